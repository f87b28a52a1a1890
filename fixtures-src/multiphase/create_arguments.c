/* checks the arguments of its create slot */
#include "fx.h"

static PyObject *spec_seen;

static PyObject *create(PyObject *spec, PyModuleDef *given);

static PyObject *
same_spec(PyObject *module, PyObject *unused)
{
	PyObject *spec = PyObject_GetAttrString(module, "__spec__");
	PyObject *answer = PyBool_FromLong(spec && spec == spec_seen);

	Py_XDECREF(spec);
	return answer;
}

FX_DEF(FX_METHODS({"same_spec", same_spec, METH_NOARGS, NULL}),
       FX_SLOTS({Py_mod_create, create}));

static PyObject *
create(PyObject *spec, PyModuleDef *given)
{
	PyObject *name = PyObject_GetAttrString(spec, "name");
	PyObject *origin = PyObject_GetAttrString(spec, "origin");
	PyObject *module = NULL;

	fx_event("definition %s", given == &def ? "its own" : "another");
	if (name && origin) {
		fx_event("name %s", PyUnicode_AsUTF8(name));
		fx_event("origin %s", PyUnicode_AsUTF8(origin));
		module = PyModule_NewObject(name);
	}
	spec_seen = spec;
	Py_XDECREF(name);
	Py_XDECREF(origin);
	return module;
}

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
