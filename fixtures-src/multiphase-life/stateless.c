/*
 * m_size 0 with all functions that the collector calls. The module and a list that it holds in C
 * refer to each other; only m_traverse shows this, and only m_clear ends it.
 */
#include "fx_multi.h"

static PyObject *held;

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	PyObject *module = PyModule_New(FX_STR(FX_NAME));

	if (module && !(held = Py_BuildValue("[O]", module)))
		Py_CLEAR(module);
	return module;
}

static int
traverse(PyObject *module, visitproc visit, void *arg)
{
	Py_VISIT(held);
	return 0;
}

static int
clear(PyObject *module)
{
	fx_event("clear");
	Py_CLEAR(held);
	return 0;
}

static void
release(void *module)
{
	fx_event("free");
}

FX_MULTI(FX_SLOTS({Py_mod_create, create}),
	 .m_traverse = traverse,
	 .m_clear = clear,
	 .m_free = release)
