/* m_name is the full name of the module in its package, as in many modules */
#include "fx.h"

static PyObject *
nothing(PyObject *module, PyObject *unused)
{
	(void)module;
	(void)unused;
	Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
	{"nothing", nothing, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = "outer.context_full",
	.m_size = -1,
	.m_methods = methods
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("made as %s", module ? PyModule_GetName(module) : "nothing");
	return module;
}
