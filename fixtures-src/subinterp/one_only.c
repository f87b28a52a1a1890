/* works in one interpreter only, and itself refuses any other */
#include "fx_multi.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	static PyInterpreterState *first;
	PyInterpreterState *current = PyThreadState_Get()->interp;
	PyObject *name;
	PyObject *module;

	if (!first) {
		first = current;
	}
	if (first != current) {
		PyErr_SetString(PyExc_ImportError, "there is another interpreter here");
		return NULL;
	}
	name = PyObject_GetAttrString(spec, "name");
	module = name ? PyModule_NewObject(name) : NULL;
	Py_XDECREF(name);
	return module;
}

FX_MULTI_INIT(FX_SLOTS({Py_mod_create, create}))
