/* fixture: ldflags=-Wl,-init,at_init check=initarray */
/* DT_INIT names a function, and the array a constructor. */
#include "fx_module.h"

void at_init(void);

void
at_init(void)
{
	fx_event("DT_INIT");
}

__attribute__((constructor)) static void
at_load(void)
{
	fx_event("constructor");
}

FX_MODULE(init_function, NULL)
