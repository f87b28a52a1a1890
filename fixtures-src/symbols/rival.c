/* Provides the function of provider.c with another value. */
#include "fx_module.h"

int prov_function(void);

int
prov_function(void)
{
	return 21;
}

FX_MODULE(rival, NULL)
