/* creates an object that accepts attributes but is not a module */
#include "fx_multi.h"

static PyObject *
answer(PyObject *self, PyObject *unused)
{
	return PyObject_GetAttrString(self, "__name__");
}

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	PyObject *types = PyImport_ImportModule("types");
	PyObject *space;

	fx_event("create");
	if (!types) {
		return NULL;
	}
	space = PyObject_CallMethod(types, "SimpleNamespace", NULL);
	Py_DECREF(types);
	return space;
}

FX_MULTI(.m_doc = "the doc of the definition",
	 FX_METHODS({"answer", answer, METH_NOARGS, NULL}),
	 FX_SLOTS({Py_mod_create, create}))
