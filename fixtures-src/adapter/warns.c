/* warn() gives a UserWarning */
#include "fx.h"

static PyObject *
warn(PyObject *module, PyObject *none)
{
	(void)module, (void)none;
	if (PyErr_WarnEx(PyExc_UserWarning, "mind the \"gap\"", 1) < 0)
		return NULL;
	Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
	{"warn", warn, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_methods = methods
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
