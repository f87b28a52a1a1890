/* fixture: check=undef:prov_function check=jumpslot:prov_function */
/* Calls a function that neither this file nor a needed library defines. */
#include "fx_module.h"

int prov_function(void);

__attribute__((constructor)) static void
at_load(void)
{
	fx_event("constructor");
}

FX_MODULE_FINDS(function_user, "%d", prov_function())
