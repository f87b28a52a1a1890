/*
 * reports when its create slot is called; its slot for multiple interpreters (3, as in the first
 * version that had it) says: the main interpreter only
 */
#include "fx_multi.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	PyObject *name = PyObject_GetAttrString(spec, "name");
	PyObject *module = name ? PyModule_NewObject(name) : NULL;

	(void)def;
	fx_event("create");
	Py_XDECREF(name);
	return module;
}

FX_MULTI_INIT(FX_SLOTS({Py_mod_create, create}, {3, (void *)0}))
