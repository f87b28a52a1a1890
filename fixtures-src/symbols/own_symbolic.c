/* fixture: ldflags=-Wl,-Bsymbolic check=exports:prov_function check=symbolic */
/* Like own, but linked so that its references prefer its own definitions. */
#include "fx_module.h"

int prov_function(void);

int
prov_function(void)
{
	return 42;
}

FX_MODULE_FINDS(own_symbolic, "%d", prov_function())
