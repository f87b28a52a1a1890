/* echo(...) returns the tuple of its arguments */
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

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_methods = methods
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
