/* fixture: names=at_exit_a,at_exit_b check=finiarray */
/* Data with one name in two libraries, and a destructor that reads it. */
#include "fx_module.h"

extern int at_exit_count;
int at_exit_count;

__attribute__((destructor)) static void
at_unload(void)
{
	fx_event("destructor of " FX_STR(FX_NAME));
}

FX_MODULE_FINDS(FX_NAME, "%d", ++at_exit_count)
