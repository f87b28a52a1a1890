/* a definition that only describes the module, without code to run */
#include "fx.h"

static PyObject *
is_self(PyObject *self, PyObject *unused)
{
	(void)unused;
	return PyBool_FromLong(
		self == PyDict_GetItemString(PyImport_GetModuleDict(), FX_STR(FX_NAME)));
}

static PyMethodDef methods[] = {
	{"is_self", is_self, METH_NOARGS, "the doc of a function"},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = "somebody.else",
	.m_doc = "the doc of the definition",
	.m_methods = methods
};

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModuleDef_Init(&def);
}
