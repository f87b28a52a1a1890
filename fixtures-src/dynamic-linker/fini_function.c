/* fixture: ldflags=-Wl,-fini,at_fini check=finiarray */
/* DT_FINI names a function, and the array a destructor. */
#include "fx_module.h"

void at_fini(void);

void
at_fini(void)
{
	fx_event("DT_FINI");
}

__attribute__((destructor)) static void
at_unload(void)
{
	fx_event("destructor");
}

FX_MODULE(fini_function, NULL)
