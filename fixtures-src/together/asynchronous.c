/*
 * The exec slot waits at the gate "asynchronous" the first time; stop() raises KeyboardInterrupt in
 * the thread that waits there.
 */
#include "fx_gate.h"
#include "fx_multi.h"

static unsigned long thread;

static PyObject *
stop(PyObject *module, PyObject *unused)
{
	(void)module, (void)unused;
#ifndef PYPY_VERSION
	return PyLong_FromLong(PyThreadState_SetAsyncExc(thread, PyExc_KeyboardInterrupt));
#else
	Py_RETURN_NONE;
#endif
}

static int
run(PyObject *module)
{
	static int times;
	PyObject *threads = PyImport_ImportModule("_thread");
	PyObject *number = threads ? PyObject_CallMethod(threads, "get_ident", NULL) : NULL;

	if (!number || ++times > 1) {
		Py_XDECREF(number);
		Py_XDECREF(threads);
		return number ? PyModule_AddIntConstant(module, "time", times) : -1;
	}
	thread = PyLong_AsUnsignedLong(number);
	Py_DECREF(number);
	Py_DECREF(threads);
	fx_gate_released("asynchronous");
	return 0;
}

FX_MULTI(FX_METHODS({"stop", stop, METH_NOARGS, NULL}),
	 FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
