/* a multi-phase submodule; its exec slot reports the state of its package */
#include "fx.h"

static int
run(PyObject *module)
{
	PyObject *pack = PyDict_GetItemString(PyImport_GetModuleDict(), "pack");

	fx_event("several: exec, package %s, attribute of it %s", pack ? "there" : "missing",
		 pack && PyObject_HasAttrString(pack, "several") ? "yes" : "not yet");
	return 0;
}

FX_DEF(FX_SLOTS({Py_mod_exec, run}));

FX_HOOK(FX_NAME)
{
	fx_event("several: init");
	return PyModuleDef_Init(&def);
}
