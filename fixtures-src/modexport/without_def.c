/* asks for its module's definition, which does not exist */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static int
run(PyObject *module)
{
	PyModuleDef *def = PyModule_GetDef(module);

	fx_event("%s", def ? "a definition" : "no definition");
	fx_event("%s", PyErr_Occurred() ? "an exception" : "no exception");
	return 0;
}

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	return slots;
}
#endif
