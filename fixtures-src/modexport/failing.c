/* fixture: names=null_silent,null_raises,unreported */
/* an export hook that fails as its name says, and an init function that must not be called */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	fx_event("PyModExport");
	if (strcmp(FX_STR(FX_NAME), "null_silent") == 0) {
		return NULL;
	}
	PyErr_SetString(PyExc_ValueError, "from the export hook");
	return strcmp(FX_STR(FX_NAME), "unreported") == 0 ? slots : NULL;
}
#endif

FX_HOOK(FX_NAME)
{
	fx_event("PyInit");
	PyErr_SetString(PyExc_RuntimeError, "not to be called");
	return NULL;
}
