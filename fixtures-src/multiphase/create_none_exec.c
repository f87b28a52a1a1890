/* creates None, for which there is something to execute */
#include "fx.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	(void)spec;
	(void)def;
	fx_event("create");
	Py_INCREF(Py_None);
	return Py_None;
}

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec");
	return 0;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_create, create},
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
