/* registers one of its functions with atexit, which uses its state */
#include "fx_multi.h"

static PyObject *
last(PyObject *module, PyObject *unused)
{
	(void)unused;
	fx_event("exit function, state %ld", *(long *)PyModule_GetState(module));
	Py_RETURN_NONE;
}

static int
run(PyObject *module)
{
	PyObject *atexit = PyImport_ImportModule("atexit");
	PyObject *function = PyObject_GetAttrString(module, "last"), *result = NULL;

	*(long *)PyModule_GetState(module) = 7;
	if (atexit && function)
		result = PyObject_CallMethod(atexit, "register", "O", function);
	Py_XDECREF(result);
	Py_XDECREF(function);
	Py_XDECREF(atexit);
	return result ? 0 : -1;
}

static void
release(void *module)
{
	fx_event("free, state %ld", *(long *)PyModule_GetState(module));
}

FX_MULTI(.m_size = sizeof(long),
	 FX_METHODS({"last", last, METH_NOARGS, NULL}),
	 FX_SLOTS({Py_mod_exec, run}),
	 .m_free = release)
