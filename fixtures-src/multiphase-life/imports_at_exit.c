/* makes the interpreter import an extension at its end */
#include "fx_multi.h"

static PyObject *
at_exit(PyObject *module, PyObject *unused)
{
	PyObject *other;

	fx_event("at exit");
	other = PyImport_ImportModule("good");
	fx_event("import %s", other ? "done" : "failed");
	return other;
}

static int
run(PyObject *module)
{
	PyObject *atexit = PyImport_ImportModule("atexit");
	PyObject *function = PyObject_GetAttrString(module, "at_exit");
	PyObject *result = atexit && function
		? PyObject_CallMethod(atexit, "register", "O", function) : NULL;

	Py_XDECREF(atexit);
	Py_XDECREF(function);
	Py_XDECREF(result);
	return result ? 0 : -1;
}

FX_MULTI(FX_METHODS({"at_exit", at_exit, METH_NOARGS, NULL}), FX_SLOTS({Py_mod_exec, run}))
