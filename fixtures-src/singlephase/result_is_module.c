/* remembers the module that its hook made, and tells whether sys.modules has that very one */
#include "fx.h"

static PyObject *made;

static PyObject *
registered(PyObject *self, PyObject *unused)
{
	PyObject *found = PyDict_GetItemString(PyImport_GetModuleDict(), FX_STR(FX_NAME));

	(void)self;
	(void)unused;
	return PyBool_FromLong(found == made);
}

static PyMethodDef methods[] = {
	{"registered", registered, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_doc = "the doc of the definition",
	.m_size = -1,
	.m_methods = methods
};

FX_HOOK(FX_NAME)
{
	fx_event("init");
	made = PyModule_Create(&def);
	return made;
}
