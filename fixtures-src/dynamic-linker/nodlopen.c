/* fixture: ldflags=-Wl,-z,nodlopen check=nodlopen */
/* A library marked so that it must not be opened at run time. */
#include "fx_module.h"

__attribute__((constructor)) static void
at_load(void)
{
	fx_event("constructor");
}

FX_MODULE(nodlopen, NULL)
