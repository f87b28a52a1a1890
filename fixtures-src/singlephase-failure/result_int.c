/* returns an object that is not a module */
#include "fx.h"

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyLong_FromLong(1000000);
}
