/* fixture: check=initarray check=finiarray */
/* Its constructor and destructor report whether the interpreter is running and can be used. */
#include "fx_module.h"

__attribute__((constructor)) static void
at_load(void)
{
	fx_event("constructor, initialised %d, GIL %d", Py_IsInitialized(), PyGILState_Check());
}

__attribute__((destructor)) static void
at_unload(void)
{
	fx_event("destructor, initialised %d", Py_IsInitialized());
}

FX_MODULE(ctor_python, NULL)
