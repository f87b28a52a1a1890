/* fixture: check=lacks:PyInit_nohook */
/* A library with a function of its own, but with no export hook. */
#include "fx.h"

int nohook_function(void);

int
nohook_function(void)
{
	fx_event("nohook_function");
	return 1;
}
