/* fails before it uses the full name */
#include "fx.h"

FX_HOOK(FX_NAME)
{
	fx_event("init");
	PyErr_SetString(PyExc_ValueError, "before any module was made");
	return NULL;
}
