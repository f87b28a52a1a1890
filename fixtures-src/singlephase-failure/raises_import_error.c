/* raises an ImportError with its own name and path */
#include "fx.h"

FX_HOOK(FX_NAME)
{
	PyObject *args = Py_BuildValue("(s)", "not on this machine");
	PyObject *keywords = Py_BuildValue("{ssss}", "name", "something.else", "path", "elsewhere");
	PyObject *error = NULL;

	fx_event("init");
	if (args && keywords) {
		error = PyObject_Call(PyExc_ImportError, args, keywords);
	}
	if (error) {
		PyErr_SetObject(PyExc_ImportError, error);
		Py_DECREF(error);
	}
	Py_XDECREF(args);
	Py_XDECREF(keywords);
	return NULL;
}
