/* fixture: needs=libinner.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libinner.so
 * check=undef:nowhere_defined */
/* Needs a library that exists and a function that no library defines. */
#include "fx_module.h"

int inner_users(void);
int nowhere_defined(void);

__attribute__((constructor)) static void
at_load(void)
{
	fx_event("constructor of inner_undefined");
}

FX_MODULE_FINDS(inner_undefined, "%d", inner_users() + nowhere_defined())
