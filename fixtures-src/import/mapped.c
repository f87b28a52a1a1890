/* reports when it is mapped, initialised, executed and unmapped */
#include "fx_multi.h"

__attribute__((constructor)) static void
mapped(void)
{
	fx_event("constructor");
}

__attribute__((destructor)) static void
unmapped(void)
{
	fx_event("destructor");
}

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, fx_exec}))
