/* creates an object that is no module but takes attributes */
#include "fx.h"

static PyObject *
answer(PyObject *self, PyObject *unused)
{
	(void)unused;
	return PyObject_GetAttrString(self, "__name__");
}

static PyMethodDef methods[] = {
	{"answer", answer, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	PyObject *types = PyImport_ImportModule("types");
	PyObject *space;

	(void)spec;
	(void)def;
	fx_event("create");
	if (!types) {
		return NULL;
	}
	space = PyObject_CallMethod(types, "SimpleNamespace", NULL);
	Py_DECREF(types);
	return space;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_create, create},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_doc = "the doc of the definition",
	.m_methods = methods,
	.m_slots = slots
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
