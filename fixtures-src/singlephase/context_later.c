/* makes more modules of its own name long after its initialisation */
#include "fx.h"

static PyModuleDef twin = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = 0
};

static PyObject *
make(PyObject *module, PyObject *unused)
{
	(void)module;
	(void)unused;
	return PyModule_Create(&twin);
}

static PyMethodDef methods[] = {
	{"make", make, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

/* has another name, so that making it does not use the context */
static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = "unrelated", .m_size = 0, .m_methods = methods
};

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModule_Create(&def);
}
