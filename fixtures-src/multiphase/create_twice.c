/* two create slots */
#include "fx_multi.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	fx_event("create");
	return PyModule_New("created");
}

FX_MULTI(FX_SLOTS({Py_mod_create, create}, {Py_mod_create, create}))
