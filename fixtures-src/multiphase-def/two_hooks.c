/* two hooks, for the modules hook_one and hook_two, that return the same definition */
#include "fx.h"

static int
run(PyObject *module)
{
	long *number = PyModule_GetState(module);

	fx_event("exec of %s, %ld", PyModule_GetName(module), ++*number);
	return 0;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = "neither", .m_size = sizeof(long), .m_slots = slots
};

FX_HOOK(hook_one)
{
	fx_event("PyInit_hook_one");
	return PyModuleDef_Init(&def);
}

FX_HOOK(hook_two)
{
	fx_event("PyInit_hook_two");
	return PyModuleDef_Init(&def);
}
