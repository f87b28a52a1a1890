/* fixture: names=circular_a,circular_b */
/* two modules that import each other while they are executed */
#include "fx.h"

#include <string.h>

static int
run(PyObject *module)
{
	int first = strcmp(FX_STR(FX_NAME), "circular_a") == 0;
	PyObject *other;

	fx_event("%s: begin", FX_STR(FX_NAME));
	other = PyImport_ImportModule(first ? "circular_b" : "circular_a");
	if (!other) {
		return -1;
	}
	fx_event("%s: the other is %s", FX_STR(FX_NAME),
		 PyObject_HasAttrString(other, "ready") ? "ready" : "not ready");
	Py_DECREF(other);
	return PyModule_AddIntConstant(module, "ready", 1);
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
	return PyModuleDef_Init(&def);
}
