/* fixture: check=initarray */
/* A constructor that ends the process. */
#include "fx_module.h"

__attribute__((constructor)) static void
at_load(void)
{
	fx_event("constructor");
	_exit(3);
}

FX_MODULE(ctor_exits, NULL)
