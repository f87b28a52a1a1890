/* m_size > 0 and no exec slot: what its memory holds, if it has any */
#include "fx.h"

static PyObject *
state(PyObject *module, PyObject *unused)
{
	long *number = PyModule_GetState(module);

	(void)unused;
	return PyUnicode_FromString(!number ? "none" : *number ? "used" : "zero");
}

static PyMethodDef methods[] = {
	{"state", state, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_size = sizeof(long),
	.m_methods = methods
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
