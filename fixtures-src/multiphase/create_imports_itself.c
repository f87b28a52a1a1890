/* its create slot imports its own module at its first call */
#include "fx_multi.h"

static int calls;

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	int call = ++calls;
	PyObject *name = PyObject_GetAttrString(spec, "name");
	PyObject *module = NULL;

	fx_event("create %d begins", call);
	if (name && call == 1) {
		PyObject *inner = PyImport_Import(name);

		if (!inner) {
			Py_DECREF(name);
			return NULL;
		}
		Py_DECREF(inner);
	}
	module = name ? PyModule_NewObject(name) : NULL;
	Py_XDECREF(name);
	if (module && PyModule_AddIntConstant(module, "call", call) < 0) {
		Py_CLEAR(module);
	}
	fx_event("create %d ends", call);
	return module;
}

static int
run(PyObject *module)
{
	PyObject *call = PyObject_GetAttrString(module, "call");

	fx_event("exec %ld", call ? PyLong_AsLong(call) : -1);
	Py_XDECREF(call);
	return call ? 0 : -1;
}

FX_MULTI(FX_SLOTS({Py_mod_create, create}, {Py_mod_exec, run}))
