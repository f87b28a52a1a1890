/* a create slot without a function, which is the default way of creating */
#include "fx.h"

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec");
	return 0;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_create, NULL},
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
