/* fixture: check=initarray check=finiarray */
/* A constructor, a destructor and the hook; each reports when it runs. */
#include "fx_module.h"

__attribute__((constructor)) static void
at_load(void)
{
	fx_event("constructor");
}

__attribute__((destructor)) static void
at_unload(void)
{
	fx_event("destructor");
}

FX_MODULE(ctor, NULL)
