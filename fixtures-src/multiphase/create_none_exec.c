/* creates None, from a definition with an exec slot */
#include "fx_multi.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	fx_event("create");
	Py_INCREF(Py_None);
	return Py_None;
}

FX_MULTI(FX_SLOTS({Py_mod_create, create}, {Py_mod_exec, fx_exec}))
