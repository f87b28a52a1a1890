/* a module that always fails, beside a source file of the same name */
#include "fx.h"

FX_HOOK(FX_NAME)
{
	fx_event("init");
	PyErr_SetString(PyExc_ValueError, "refused");
	return NULL;
}
