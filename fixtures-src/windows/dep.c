/* fixture: out=dep.dll format=pe ldflags=$SRC/dep.def check=exports:dep_value */
/* The library that the modules here depend on. */
#define FX_NO_PYTHON
#include "fx.h"

__attribute__((constructor)) static void
attached(void)
{
	fx_event("dep one attached");
}

__declspec(dllexport) int dep_value(void);

int
dep_value(void)
{
	return 1;
}
