/* fixture: needs=libinner.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libinner.so */
/* One of two users of libinner.so. */
#include "fx_module.h"

int inner_users(void);

__attribute__((constructor)) static void
at_load(void)
{
	fx_event("constructor of inner_first");
}

__attribute__((destructor)) static void
at_unload(void)
{
	fx_event("destructor of inner_first");
}

FX_MODULE_FINDS(inner_first, "user %d", inner_users())
