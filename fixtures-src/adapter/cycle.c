/* cycle() leaves behind a list that contains itself, and a capsule that reports its own end */
#include "fx_multi.h"

static void
report(PyObject *capsule)
{
	fx_event("collected");
}

static PyObject *
cycle(PyObject *module, PyObject *none)
{
	static char something;
	PyObject *capsule = PyCapsule_New(&something, NULL, report);
	PyObject *list = PyList_New(0);
	int failed = !capsule || !list || PyList_Append(list, list) < 0 ||
		     PyList_Append(list, capsule) < 0;

	Py_XDECREF(list);
	Py_XDECREF(capsule);
	if (failed)
		return NULL;
	Py_RETURN_NONE;
}

FX_MULTI(FX_METHODS({"cycle", cycle, METH_NOARGS, NULL}))
