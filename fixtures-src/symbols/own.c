/* fixture: check=exports:prov_function check=jumpslot:prov_function */
/* Calls its own function by a reference that can be bound to another library. */
#include "fx_module.h"

int prov_function(void);

int
prov_function(void)
{
	return 41;
}

FX_MODULE_FINDS(own, "%d", prov_function())
