/* fixture: names=create_preset,exec_preset */
/* its create or its exec slot gives the module its own file and doc */
#include "fx.h"

static int
preset(PyObject *module)
{
	return PyModule_AddStringConstant(module, "__file__", "elsewhere") < 0
		|| PyModule_AddStringConstant(module, "__doc__", "its own") < 0 ? -1 : 0;
}

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	PyObject *module = PyModule_New(FX_STR(FX_NAME));

	if (module && preset(module) < 0) {
		Py_CLEAR(module);
	}
	return module;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_create, create},
	{0, NULL}
};

FX_DEF(.m_slots = slots);

FX_HOOK(FX_NAME)
{
	if (strcmp(FX_STR(FX_NAME), "exec_preset") == 0) {
		slots[0].slot = Py_mod_exec;
		slots[0].value = preset;
	}
	return PyModuleDef_Init(&def);
}
