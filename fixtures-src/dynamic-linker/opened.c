/* fixture: check=initarray */
/* A constructor, which reports when it runs, and the hook; nothing runs when the file is closed. */
#include "fx_module.h"

__attribute__((constructor)) static void
at_load(void)
{
	fx_event("constructor");
}

FX_MODULE(opened, NULL)
