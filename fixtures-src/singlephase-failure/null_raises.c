/* fails with an exception that has the number of the try, so that a stored exception shows */
#include "fx.h"

static int calls;

FX_HOOK(FX_NAME)
{
	fx_event("init %d", ++calls);
	PyErr_Format(PyExc_ValueError, "try %d", calls);
	return NULL;
}
