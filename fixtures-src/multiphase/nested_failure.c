/* fails because an extension that it imports fails */
#include "fx.h"

static int
run(PyObject *module)
{
	PyObject *other;

	(void)module;
	fx_event("outer exec");
	other = PyImport_ImportModule("exec_raises");
	Py_XDECREF(other);
	return other ? 0 : -1;
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
