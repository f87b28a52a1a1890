/* calls a function of its own, and reads its own doc, while it is executed */
#include "fx.h"

static PyObject *
answer(PyObject *module, PyObject *unused)
{
	(void)module;
	(void)unused;
	return PyLong_FromLong(42);
}

static PyMethodDef methods[] = {
	{"answer", answer, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static int
run(PyObject *module)
{
	PyObject *value = PyObject_CallMethod(module, "answer", NULL);
	PyObject *doc = PyObject_GetAttrString(module, "__doc__");

	if (value && doc) {
		fx_event("answer %ld, doc %s", PyLong_AsLong(value), PyUnicode_AsUTF8(doc));
	}
	Py_XDECREF(value);
	Py_XDECREF(doc);
	return value && doc ? 0 : -1;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_doc = "there",
	.m_methods = methods,
	.m_slots = slots
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
