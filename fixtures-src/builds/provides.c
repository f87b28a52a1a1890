/* fixture: check=exports:provided */
/* A module without a soname, whose file another module needs. */
#include "fx_module.h"

int provided(void);

__attribute__((visibility("default"))) int
provided(void)
{
	return 7;
}

FX_MODULE(provides, NULL)
