/*
 * interrupts.prepare() gives SIGINT its usual handler; interrupts.main_thread() waits until the
 * main thread sleeps, and sends it SIGINT.
 */
#include "fx_multi.h"

#include <signal.h>

#include "asleep.h"

static PyObject *
prepare(PyObject *module, PyObject *unused)
{
	PyObject *signals = PyImport_ImportModule("_signal");
	PyObject *handler = signals ? PyObject_GetAttrString(signals, "default_int_handler") : NULL;
	PyObject *was = NULL;

	(void)module, (void)unused;
	if (handler)
		was = PyObject_CallMethod(signals, "signal", "iO", SIGINT, handler);
	Py_XDECREF(was);
	Py_XDECREF(handler);
	Py_XDECREF(signals);
	if (!was)
		return NULL;
	Py_RETURN_NONE;
}

static PyObject *
interrupt(PyObject *module, PyObject *unused)
{
	(void)module, (void)unused;
	Py_BEGIN_ALLOW_THREADS
	wait_asleep(getpid());
	kill(getpid(), SIGINT);
	Py_END_ALLOW_THREADS
	Py_RETURN_NONE;
}

FX_MULTI(FX_METHODS({"prepare", prepare, METH_NOARGS, NULL},
		    {"main_thread", interrupt, METH_NOARGS, NULL}),
	 FX_SLOTS(FX_NEEDS_NO_GIL))
