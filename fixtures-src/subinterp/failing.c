/* raises an exception */
#include "fx.h"

FX_HOOK(FX_NAME)
{
	fx_event("init");
	PyErr_SetString(PyExc_ValueError, "from the init function");
	return NULL;
}
