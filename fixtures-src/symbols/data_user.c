/* fixture: check=undef:prov_data check=globdat:prov_data */
/* Reads a variable that neither this file nor a needed library defines. */
#include "fx_module.h"

extern int prov_data;

__attribute__((constructor)) static void
at_load(void)
{
	fx_event("constructor");
}

FX_MODULE_FINDS(data_user, "%d", prov_data++)
