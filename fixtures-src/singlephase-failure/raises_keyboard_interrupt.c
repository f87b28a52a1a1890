/* raises a BaseException that is not an Exception */
#include "fx.h"

static int calls;

FX_HOOK(FX_NAME)
{
	fx_event("init %d", ++calls);
	PyErr_SetString(PyExc_KeyboardInterrupt, "from init");
	return NULL;
}
