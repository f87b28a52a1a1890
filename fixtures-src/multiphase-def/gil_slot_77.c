/*
 * a slot for the global interpreter lock (4, as in the first version that had it) with a value
 * that has no meaning
 */
#include "fx.h"

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec");
	return 0;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{4, (void *)77},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModuleDef_Init(&def);
}
