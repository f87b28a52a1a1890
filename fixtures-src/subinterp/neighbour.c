/* two modules in one file: one asks PyState_FindModule for the other */
#include "fx.h"

static PyModuleDef asked = {
	PyModuleDef_HEAD_INIT, .m_name = "neighbour", .m_size = 0
};

static PyObject *
find(PyObject *module, PyObject *unused)
{
	(void)module;
	(void)unused;
	return PyUnicode_FromString(PyState_FindModule(&asked) ? "a module" : "nothing");
}

static PyMethodDef methods[] = {
	{"find", find, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef asking = {
	PyModuleDef_HEAD_INIT, .m_name = "asking", .m_size = 0, .m_methods = methods
};

FX_HOOK(neighbour)
{
	return PyModule_Create(&asked);
}

FX_HOOK(asking)
{
	return PyModule_Create(&asking);
}
