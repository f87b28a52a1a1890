/* exec slots before and after the create slot */
#include "fx_multi.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	fx_event("create");
	return PyModule_New("created");
}

static int
run_first(PyObject *module)
{
	fx_event("exec 1");
	return 0;
}

static int
run_second(PyObject *module)
{
	fx_event("exec 2");
	return 0;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run_first}, {Py_mod_create, create}, {Py_mod_exec, run_second}))
