/* one function for each way in which a process can die under the adapter */
#include "fx_multi.h"

#include <signal.h>

static PyObject *
segfault(PyObject *module, PyObject *none)
{
	signal(SIGSEGV, SIG_DFL); /* even if the interpreter has its own handler */
	raise(SIGSEGV);
	return NULL;
}

static PyObject *
do_abort(PyObject *module, PyObject *none)
{
	abort();
}

static PyObject *
exit_3(PyObject *module, PyObject *none)
{
	exit(3);
}

static PyObject *
exit_0_at_once(PyObject *module, PyObject *none)
{
	_exit(0);
}

FX_MULTI(FX_METHODS({"segfault", segfault, METH_NOARGS, NULL},
		    {"abort", do_abort, METH_NOARGS, NULL},
		    {"exit_3", exit_3, METH_NOARGS, NULL},
		    {"exit_0_at_once", exit_0_at_once, METH_NOARGS, NULL}))
