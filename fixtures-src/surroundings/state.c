/* what Python does not tell: the environment of C, what each signal does, how floats are rounded */
#include "fx_multi.h"

#include <fenv.h>
#include <signal.h>

extern char **environ;

static PyObject *
environment(PyObject *self, PyObject *unused)
{
	PyObject *list = PyList_New(0);

	(void)self, (void)unused;
	for (char **entry = environ; list && *entry; entry++) {
		PyObject *text = PyBytes_FromString(*entry);

		if (!text || PyList_Append(list, text) < 0)
			Py_CLEAR(list);
		Py_XDECREF(text);
	}
	return list;
}

static int
kind_of(int number)
{
#ifdef _WIN32
	return (void)number, -1; /* each C library has handlers of its own there */
#else
	struct sigaction action;

	if (sigaction(number, NULL, &action) < 0)
		return -1;
	if (action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN)
		return action.sa_handler == SIG_IGN;
	return 2;
#endif
}

/* of each signal: 0 the default, 1 ignored, 2 handled, -1 no signal */
static PyObject *
signals(PyObject *self, PyObject *unused)
{
	char kinds[32];

	(void)self, (void)unused;
	for (int i = 0; i < 32; i++)
		kinds[i] = (char)kind_of(i + 1);
	return PyBytes_FromStringAndSize(kinds, sizeof(kinds));
}

/* rounding([0, 1 or 2]): the rounding mode of this thread's floating-point arithmetic */
static PyObject *
rounding(PyObject *self, PyObject *args)
{
	static const int modes[] = {FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
	int to = -1;

	(void)self;
	if (!PyArg_ParseTuple(args, "|i", &to))
		return NULL;
	if (to >= 0)
		fesetround(modes[to]);
	return PyLong_FromLong(fegetround());
}

FX_MULTI(FX_METHODS({"environment", environment, METH_NOARGS, NULL},
		    {"signals", signals, METH_NOARGS, NULL},
		    {"rounding", rounding, METH_VARARGS, NULL}),
	 FX_SLOTS(FX_NEEDS_NO_GIL))
