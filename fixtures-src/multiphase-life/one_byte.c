/* the least state that there is: says what exec finds in it, and leaves something there */
#include "fx.h"

static int
run(PyObject *module)
{
	char *state = PyModule_GetState(module);

	fx_event("exec, %s", !state ? "no state" : *state ? "used" : "zero");
	if (state)
		*state = 1;
	return 0;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = 1, .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
