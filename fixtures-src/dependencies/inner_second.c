/* fixture: needs=libinner.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libinner.so */
/* The other user of libinner.so. */
#include "fx_module.h"

int inner_users(void);

FX_HOOK(inner_second)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "inner_second"};

	fx_event("PyInit_inner_second, user %d", inner_users());
	return PyModuleDef_Init(&def);
}
