/* fixture: out=mid.dll format=pe ldflags=$SRC/mid.def needs=dep.dll
 * check=needed:dep.dll check=exports:mid_value */
/* A library that depends on another one. */
#define FX_NO_PYTHON
#include "fx.h"

__declspec(dllimport) int dep_value(void);
__declspec(dllexport) int mid_value(void);

int
mid_value(void)
{
	return 10 * dep_value();
}
