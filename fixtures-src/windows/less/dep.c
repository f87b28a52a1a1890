/* fixture: out=dep.dll format=pe ldflags=$SRC/dep.def check=lacks:dep_value */
/* A library of the same name that lacks the function. */
#define FX_NO_PYTHON
#include "fx.h"

__attribute__((constructor)) static void
attached(void)
{
	fx_event("dep less attached");
}

__declspec(dllexport) int dep_other(void);

int
dep_other(void)
{
	return 3;
}
