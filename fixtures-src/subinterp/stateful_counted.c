/* single-phase, with memory of its own that counts; tells how often it is initialised */
#include "fx.h"

static int calls;

static PyObject *
bump(PyObject *module, PyObject *unused)
{
	long *number = PyModule_GetState(module);

	(void)unused;
	return PyLong_FromLong(++*number);
}

static PyMethodDef methods[] = {
	{"bump", bump, METH_NOARGS, NULL},
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
	fx_event("init %d", ++calls);
	return PyModule_Create(&def);
}
