/* says when its library is opened */
#include "fx_multi.h"

__attribute__((constructor)) static void
opened(void)
{
	fx_event("opened");
}

FX_MULTI_INIT(FX_SLOTS(
#ifdef Py_mod_multiple_interpreters
	{Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
	FX_NEEDS_NO_GIL))
