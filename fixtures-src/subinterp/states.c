/* How many thread states does the main interpreter have? CPython's headers tell it from 3.7 on. */
#include "fx_multi.h"

static PyObject *
more(PyObject *self, PyObject *unused)
{
	static long first = -1;
	long count = 0;

	(void)self, (void)unused;
#if PY_VERSION_HEX >= 0x03070000 && !defined(PYPY_VERSION)
	PyThreadState *state = PyInterpreterState_ThreadHead(PyInterpreterState_Main());

	for (; state; state = PyThreadState_Next(state))
		count++;
#endif
	if (first < 0)
		first = count;
	return PyLong_FromLong(count - first);
}

/* more than at the first call */
FX_MULTI(FX_METHODS({"more", more, METH_NOARGS, NULL}), FX_SLOTS(FX_NEEDS_NO_GIL))
