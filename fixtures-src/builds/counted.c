/* Counts in its own state, each step in a critical section of the module. */
#include "fx_multi.h"

#include "gil.h"

#ifndef Py_BEGIN_CRITICAL_SECTION
#define Py_BEGIN_CRITICAL_SECTION(object) {
#define Py_END_CRITICAL_SECTION() }
#endif

/* one step; volatile, so that two threads in here would lose counts */
static void
step(PyObject *module)
{
	volatile long *count = PyModule_GetState(module);

	Py_BEGIN_CRITICAL_SECTION(module);
	*count = *count + 1;
	Py_END_CRITICAL_SECTION();
}

static PyObject *
add(PyObject *module, PyObject *number)
{
	long n = PyLong_AsLong(number);

	for (long i = 0; i < n; i++)
		step(module);
	Py_RETURN_NONE;
}

static PyObject *
total(PyObject *module, PyObject *unused)
{
	(void)unused;
	return PyLong_FromLong(*(long *)PyModule_GetState(module));
}

/* a new state is filled with zeros */
FX_MULTI(.m_size = sizeof(long), FX_SLOTS({Py_mod_exec, fx_exec}, GIL_UNUSED),
	 FX_METHODS({"add", add, METH_O, NULL}, {"total", total, METH_NOARGS, NULL}))
