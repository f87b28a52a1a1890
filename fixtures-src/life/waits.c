/* fixture: cflags=-pthread ldflags=-pthread */
/* a thread can stay in it for ever: a Python thread in wait(), or a thread of its own */
#include "fx_multi.h"

#include <pthread.h>

static int inside[2], never[2];

static void
stay(void)
{
	char byte = 0;

	if (write(inside[1], &byte, 1) == 1 && read(never[0], &byte, 1) == 1)
		fx_event("never");
}

static PyObject *
wait_here(PyObject *module, PyObject *unused)
{
	(void)module, (void)unused;
	Py_BEGIN_ALLOW_THREADS
	stay();
	Py_END_ALLOW_THREADS
	Py_RETURN_NONE;
}

/* waits until a thread is inside */
static PyObject *
entered(PyObject *module, PyObject *unused)
{
	char byte;
	ssize_t got;

	(void)module, (void)unused;
	Py_BEGIN_ALLOW_THREADS
	got = read(inside[0], &byte, 1);
	Py_END_ALLOW_THREADS
	return PyBool_FromLong(got == 1);
}

static void *
thread(void *unused)
{
	(void)unused;
	stay();
	return NULL;
}

static PyObject *
start(PyObject *module, PyObject *unused)
{
	pthread_t id;

	(void)module, (void)unused;
	return PyBool_FromLong(pthread_create(&id, NULL, thread, NULL) == 0);
}

static int
run(PyObject *module)
{
	(void)module;
	if (pipe(inside) == 0 && pipe(never) == 0)
		return 0;
	PyErr_SetFromErrno(PyExc_OSError);
	return -1;
}

static void __attribute__((destructor))
leave(void)
{
	fx_event("destructor");
}

FX_MULTI(FX_METHODS({"wait", wait_here, METH_NOARGS, NULL},
		    {"entered", entered, METH_NOARGS, NULL},
		    {"start", start, METH_NOARGS, NULL}),
	 FX_SLOTS({Py_mod_exec, run}))
