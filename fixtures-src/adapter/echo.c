/* echo(...) returns the tuple of its arguments */
#include "fx_multi.h"

static PyObject *
echo(PyObject *module, PyObject *args)
{
	Py_INCREF(args);
	return args;
}

FX_MULTI(FX_METHODS({"echo", echo, METH_VARARGS, NULL}))
