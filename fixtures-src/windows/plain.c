/* fixture: format=pe */
/* One hook, and events when the file is attached and detached. */
#include "fx_module.h"

__attribute__((constructor)) static void
attached(void)
{
	fx_event("attached");
}

__attribute__((destructor)) static void
detached(void)
{
	fx_event("detached");
}

FX_MODULE(plain, NULL)
