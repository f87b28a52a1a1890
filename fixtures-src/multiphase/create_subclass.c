/* creates an instance of a subclass of the module type, with state and an exec slot */
#include "fx_multi.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	PyObject *name = PyObject_GetAttrString(spec, "name");
	PyObject *type = NULL, *module = NULL;

	if (name) {
		type = PyObject_CallFunction((PyObject *)&PyType_Type, "s(O){}", "Special",
					     (PyObject *)&PyModule_Type);
	}
	if (type) {
		module = PyObject_CallFunctionObjArgs(type, name, NULL);
	}
	fx_event("create");
	Py_XDECREF(type);
	Py_XDECREF(name);
	return module;
}

static int
run(PyObject *module)
{
	long *number = PyModule_GetState(module);

	fx_event("exec of %s, state %s", Py_TYPE(module)->tp_name, number ? "there" : "missing");
	return 0;
}

FX_MULTI(.m_size = sizeof(long), FX_SLOTS({Py_mod_create, create}, {Py_mod_exec, run}))
