/* fixture: out=target.dll format=pe ldflags=$SRC/target.def check=exports:PyInit_target */
/* Has the hook to which another library forwards. */
#include "fx_module.h"

__declspec(dllexport) int target_value(void);

int
target_value(void)
{
	return 1;
}

FX_MODULE(target, NULL)
