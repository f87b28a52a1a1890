/* creates an object that rejects attributes, from a definition that sets none */
#include "fx_multi.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	fx_event("create");
	return PyLong_FromLong(1000000);
}

FX_MULTI(FX_SLOTS({Py_mod_create, create}))
