/* creates None, for which the import system makes an ordinary module */
#include "fx_multi.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	fx_event("create");
	Py_INCREF(Py_None);
	return Py_None;
}

FX_MULTI(FX_SLOTS({Py_mod_create, create}))
