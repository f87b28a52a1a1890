/* fixture: names=watched,watched_refused */
/* reports when it is opened, and when its hook runs */
#include "fx_multi.h"

__attribute__((constructor)) static void
opened(void)
{
	fx_event("opened");
}

FX_MULTI_INIT(FX_SLOTS(FX_NEEDS_NO_GIL))
