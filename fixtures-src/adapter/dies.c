/* one function for each way in which a process may die under the adapter */
#include "fx.h"

#include <signal.h>

static PyObject *
segfault(PyObject *module, PyObject *none)
{
	(void)module, (void)none;
	signal(SIGSEGV, SIG_DFL); /* whatever the interpreter thinks of it */
	raise(SIGSEGV);
	return NULL;
}

static PyObject *
do_abort(PyObject *module, PyObject *none)
{
	(void)module, (void)none;
	abort();
}

static PyObject *
exit_3(PyObject *module, PyObject *none)
{
	(void)module, (void)none;
	exit(3);
}

static PyObject *
exit_0_at_once(PyObject *module, PyObject *none)
{
	(void)module, (void)none;
	_exit(0);
}

static PyMethodDef methods[] = {
	{"segfault", segfault, METH_NOARGS, NULL},
	{"abort", do_abort, METH_NOARGS, NULL},
	{"exit_3", exit_3, METH_NOARGS, NULL},
	{"exit_0_at_once", exit_0_at_once, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_methods = methods
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
