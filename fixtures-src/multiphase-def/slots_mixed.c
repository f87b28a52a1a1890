/* exec slots before and behind the create slot */
#include "fx.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	(void)spec;
	(void)def;
	fx_event("create");
	return PyModule_New("created");
}

static int
run_first(PyObject *module)
{
	(void)module;
	fx_event("exec 1");
	return 0;
}

static int
run_second(PyObject *module)
{
	(void)module;
	fx_event("exec 2");
	return 0;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run_first},
	{Py_mod_create, create},
	{Py_mod_exec, run_second},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
