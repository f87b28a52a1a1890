/* fixture: check=exports:prov_function check=jumpslot:prov_function */
/* Calls the function that it defines itself by a reference that others may take over. */
#include "fx_module.h"

int prov_function(void);

int
prov_function(void)
{
	return 41;
}

FX_MODULE_FINDS(own, "%d", prov_function())
