/* fixture: out=dep.dll format=pe ldflags=$SRC/dep.def check=exports:dep_value */
/* Another library of the same name. */
#define FX_NO_PYTHON
#include "fx.h"

__attribute__((constructor)) static void
attached(void)
{
	fx_event("dep two attached");
}

__declspec(dllexport) int dep_value(void);

int
dep_value(void)
{
	return 2;
}
