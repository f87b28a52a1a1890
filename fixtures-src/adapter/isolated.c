/* like echo, for an interpreter with a GIL of its own, where there is such a thing */
#include "fx.h"

static PyObject *
echo(PyObject *module, PyObject *args)
{
	(void)module;
	Py_INCREF(args);
	return args;
}

static PyMethodDef methods[] = {
	{"echo", echo, METH_VARARGS, NULL}, {NULL, NULL, 0, NULL}
};

static PyModuleDef_Slot slots[] = {
#ifdef Py_mod_multiple_interpreters
	{Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_methods = methods,
	.m_slots = slots
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
