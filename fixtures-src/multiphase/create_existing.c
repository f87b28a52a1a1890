/* its create slot returns a module that already exists */
#include "fx_multi.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	fx_event("create");
	return PyImport_ImportModule("good");
}

static PyObject *
added(PyObject *self, PyObject *unused)
{
	return PyObject_GetAttrString(self, "__name__");
}

FX_MULTI(.m_doc = "a new doc",
	 FX_METHODS({"added", added, METH_NOARGS, NULL}),
	 FX_SLOTS({Py_mod_create, create}))
