/* takes itself out of what PyState_FindModule finds, and back */
#include "fx.h"

static PyModuleDef def;

static PyObject *
find(PyObject *module, PyObject *unused)
{
	(void)unused;
	return PyBool_FromLong(PyState_FindModule(&def) == module);
}

static PyObject *
add(PyObject *module, PyObject *unused)
{
	(void)unused;
	if (PyState_AddModule(module, &def) < 0) {
		return NULL;
	}
	Py_RETURN_NONE;
}

static PyObject *
take_out(PyObject *module, PyObject *unused)
{
	(void)module;
	(void)unused;
	if (PyState_RemoveModule(&def) < 0) {
		return NULL;
	}
	Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
	{"find", find, METH_NOARGS, NULL},
	{"add", add, METH_NOARGS, NULL},
	{"take_out", take_out, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = 0, .m_methods = methods
};

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModule_Create(&def);
}
