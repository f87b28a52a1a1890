/* creates nothing, but gives a module that is there already */
#include "fx.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	(void)spec;
	(void)def;
	fx_event("create");
	return PyImport_ImportModule("good");
}

static PyObject *
added(PyObject *self, PyObject *unused)
{
	(void)unused;
	return PyObject_GetAttrString(self, "__name__");
}

static PyMethodDef methods[] = {
	{"added", added, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef_Slot slots[] = {
	{Py_mod_create, create},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_doc = "a new doc",
	.m_methods = methods,
	.m_slots = slots
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
