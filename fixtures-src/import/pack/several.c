/* a submodule in several phases; tells what its package is like when it is executed */
#include "fx.h"

static int
run(PyObject *module)
{
	PyObject *pack = PyDict_GetItemString(PyImport_GetModuleDict(), "pack");

	(void)module;
	fx_event("several: exec, package %s, attribute of it %s", pack ? "there" : "missing",
		 pack && PyObject_HasAttrString(pack, "several") ? "yes" : "not yet");
	return 0;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	fx_event("several: init");
	return PyModuleDef_Init(&def);
}
