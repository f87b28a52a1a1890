/* fails because an extension that it imports fails */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	PyObject *other;

	fx_event("outer exec");
	other = PyImport_ImportModule("exec_raises");
	Py_XDECREF(other);
	return other ? 0 : -1;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}))
