/* fixture: check=initarray */
/* Its constructor asks whether the GIL is enabled. It says that it needs none. */
#include "gil.h"

__attribute__((constructor)) static void
at_load(void)
{
	fx_event("constructor %s", gil_now());
}

FX_DEF(FX_SLOTS({Py_mod_exec, gil_exec}, GIL_UNUSED));

FX_HOOK(FX_NAME)
{
	fx_event("hook %s", gil_now());
	return PyModuleDef_Init(&def);
}
