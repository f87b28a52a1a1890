/* fixture: needs=libinner.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libinner.so */
/* One of two users of libinner.so. */
#include "fx_module.h"

int inner_users(void);

__attribute__((constructor)) static void
at_load(void)
{
	fx_event("constructor of inner_first");
}

__attribute__((destructor)) static void
at_unload(void)
{
	fx_event("destructor of inner_first");
}

FX_HOOK(inner_first)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "inner_first"};

	fx_event("PyInit_inner_first, user %d", inner_users());
	return PyModuleDef_Init(&def);
}
