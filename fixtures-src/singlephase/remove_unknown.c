/* takes out what was never put in */
#include "fx.h"

static PyModuleDef never_used = {
	PyModuleDef_HEAD_INIT, .m_name = "never_used"
};

static PyObject *
take_out(PyObject *module, PyObject *unused)
{
	(void)module;
	(void)unused;
	if (PyState_RemoveModule(&never_used) < 0) {
		return NULL;
	}
	Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
	{"take_out", take_out, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_methods = methods
};

FX_HOOK(FX_NAME)
{
	return PyModule_Create(&def);
}
