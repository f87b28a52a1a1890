/* fixture: check=undef:prov_thread */
/* Reads a thread's variable that it does not define; nothing it needs defines it either. */
#include "fx_module.h"

extern __thread int prov_thread;

FX_HOOK(thread_user)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "thread_user"};

	fx_event("PyInit_thread_user, %d", prov_thread);
	return PyModuleDef_Init(&def);
}
