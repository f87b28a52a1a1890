/* fails without an exception */
#include "fx.h"

static int calls;

FX_HOOK(FX_NAME)
{
	fx_event("init %d", ++calls);
	return NULL;
}
