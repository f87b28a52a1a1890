/*
 * m_size 0 with all that the collector calls. The module and a list that it holds in C hold each
 * other, which only m_traverse shows and only m_clear ends.
 */
#include "fx.h"

static PyObject *held;

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	PyObject *module = PyModule_New(FX_STR(FX_NAME));

	(void)spec;
	(void)def;
	if (module && !(held = Py_BuildValue("[O]", module)))
		Py_CLEAR(module);
	return module;
}

static int
traverse(PyObject *module, visitproc visit, void *arg)
{
	(void)module;
	Py_VISIT(held);
	return 0;
}

static int
clear(PyObject *module)
{
	(void)module;
	fx_event("clear");
	Py_CLEAR(held);
	return 0;
}

static void
release(void *module)
{
	(void)module;
	fx_event("free");
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_create, create},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_slots = slots,
	.m_traverse = traverse,
	.m_clear = clear,
	.m_free = release
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
