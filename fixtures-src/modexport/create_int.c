/* a create slot that returns an object that is not a module */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	(void)spec;
	fx_event("create %s", def ? "with a definition" : "without a definition");
	return PyLong_FromLong(1000000);
}

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_FUNC(Py_mod_create, create),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	fx_event("PyModExport");
	return slots;
}
#endif
