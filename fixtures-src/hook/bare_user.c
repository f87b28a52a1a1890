/* fixture: needs=libbare.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libbare.so */
/* Brings libbare.so into the process. */
#include "fx_module.h"

int libbare_value(void);

FX_HOOK(bare_user)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "bare_user"};

	fx_event("PyInit_bare_user, value %d", libbare_value());
	return PyModuleDef_Init(&def);
}
