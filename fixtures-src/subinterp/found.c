/* tells as whom PyState_FindModule finds it, and when it goes */
#include "fx.h"

static PyModuleDef def;

static PyObject *
find(PyObject *module, PyObject *unused)
{
	PyObject *found = PyState_FindModule(&def);

	(void)unused;
	return PyUnicode_FromString(!found ? "nothing" : found == module ? "itself" : "another");
}

static void
release(void *module)
{
	(void)module;
	fx_event("free");
}

static PyMethodDef methods[] = {
	{"find", find, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_size = 0,
	.m_methods = methods,
	.m_free = release
};

FX_HOOK(FX_NAME)
{
	return PyModule_Create(&def);
}
