/* a package that fails */
#include "fx.h"

FX_HOOK(badpack)
{
	fx_event("badpack: init");
	PyErr_SetString(PyExc_ValueError, "from init");
	return NULL;
}
