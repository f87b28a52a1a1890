/* fails because an extension that it imports fails */
#include "fx.h"

static int calls;

FX_HOOK(FX_NAME)
{
	fx_event("outer init %d", ++calls);
	return PyImport_ImportModule("null_raises");
}
