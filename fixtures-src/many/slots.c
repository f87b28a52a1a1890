/* two hundred exec slots, of two kinds by turns */
#include "fx_multi.h"

#define TEN_TIMES(x) x, x, x, x, x, x, x, x, x, x
#define PAIR {Py_mod_exec, odd}, {Py_mod_exec, even}

/* 0, or -1 with an exception if the slot's turn has not come */
static int
count(PyObject *module, long remainder)
{
	long *executed = PyModule_GetState(module);

	if (++*executed % 2 == remainder)
		return PyModule_AddIntConstant(module, "executed", *executed);
	PyErr_Format(PyExc_ValueError, "slot %ld out of turn", *executed);
	return -1;
}

static int
odd(PyObject *module)
{
	return count(module, 1);
}

static int
even(PyObject *module)
{
	return count(module, 0);
}

FX_MULTI(.m_size = sizeof(long), FX_SLOTS(TEN_TIMES(TEN_TIMES(PAIR)), FX_NEEDS_NO_GIL))
