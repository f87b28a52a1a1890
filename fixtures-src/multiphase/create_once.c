/* creates one module and returns it each time */
#include "fx_multi.h"

static PyObject *made;

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	fx_event("create %s", made ? "again" : "for the first time");
	if (!made) {
		made = PyModule_New(FX_STR(FX_NAME));
	}
	Py_XINCREF(made);
	return made;
}

FX_MULTI(FX_SLOTS({Py_mod_create, create}, {Py_mod_exec, fx_exec}))
