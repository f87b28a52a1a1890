/* creates a module with another name */
#include "fx_multi.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	fx_event("create");
	return PyModule_New("chosen");
}

FX_MULTI(FX_SLOTS({Py_mod_create, create}))
