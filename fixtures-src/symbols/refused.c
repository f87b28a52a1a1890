/* fixture: check=undef:nobodys_data check=exports:prov_function */
/* Provides the function of provider.c, but is refused because of an undefined variable. */
#include "fx_module.h"

extern int nobodys_data;
int prov_function(void);

int
prov_function(void)
{
	return 81;
}

FX_MODULE_FINDS(refused, "%d", nobodys_data)
