/* fixture: check=exports:together_provided */
#include "fx_multi.h"

int together_provided(void);

int
together_provided(void)
{
	return 42;
}

FX_MULTI(FX_SLOTS(FX_NEEDS_NO_GIL))
