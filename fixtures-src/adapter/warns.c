/* warn() gives a UserWarning */
#include "fx_multi.h"

static PyObject *
warn(PyObject *module, PyObject *none)
{
	if (PyErr_WarnEx(PyExc_UserWarning, "mind the \"gap\"", 1) < 0)
		return NULL;
	Py_RETURN_NONE;
}

FX_MULTI(FX_METHODS({"warn", warn, METH_NOARGS, NULL}),
	 FX_SLOTS(FX_NEEDS_NO_GIL))
