/* fails with an exception that names the try, so that a remembered one would show */
#include "fx.h"

static int calls;

FX_HOOK(FX_NAME)
{
	fx_event("init %d", ++calls);
	PyErr_Format(PyExc_ValueError, "try %d", calls);
	return NULL;
}
