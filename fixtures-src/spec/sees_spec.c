/* its exec slot tells whether the import system calls it initializing */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	PyObject *spec = PyObject_GetAttrString(module, "__spec__");
	PyObject *flag = spec ? PyObject_GetAttrString(spec, "_initializing") : NULL;

	fx_event("initializing: %s", flag == Py_True ? "yes" : "no");
	Py_XDECREF(flag);
	Py_XDECREF(spec);
	return flag ? 0 : -1;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}))
