/* a package made from slots */
#include "../fx_modexport.h"

#if FX_HAS_MODEXPORT
static int
run(PyObject *module)
{
	PyObject *path = PyObject_GetAttrString(module, "__path__");

	fx_event("parcel: exec, %s", path ? "with __path__" : "without __path__");
	Py_XDECREF(path);
	return path ? 0 : -1;
}

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_END,
};

FX_MODEXPORT(parcel)
{
	fx_event("parcel: hook");
	return slots;
}
#endif
