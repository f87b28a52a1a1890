/* what Python does not tell: C's environment, what a signal does, how floats are rounded, prctl */
#include "fx_multi.h"

#include <fenv.h>
#include <signal.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

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
	return action.sa_flags & SA_RESTART ? 3 : 2;
#endif
}

/* of each signal: 0 the default, 1 ignored, 2 handled, 3 so that calls go on, -1 no signal */
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
#ifdef __GLIBC__
	if (to == 0)
		fedisableexcept(FE_ALL_EXCEPT);
	return PyLong_FromLong(fegetround() | fegetexcept() << 16);
#else
	return PyLong_FromLong(fegetround());
#endif
}

/* what prctl tells, and whether signals have a stack of their own; True: first make it as usual */
static PyObject *
control(PyObject *self, PyObject *let)
{
	int dumpable = 0, adopts = 0, death = 0, keeps = 0, beside = 0;

	(void)self, (void)let;
#ifdef __linux__
	stack_t stack;

	if (let == Py_True) {
		prctl(PR_SET_DUMPABLE, 1);
		prctl(PR_SET_CHILD_SUBREAPER, 0);
		sigaltstack(&(stack_t){.ss_flags = SS_DISABLE}, NULL);
	}
	dumpable = prctl(PR_GET_DUMPABLE);
	keeps = prctl(PR_GET_KEEPCAPS);
	prctl(PR_GET_CHILD_SUBREAPER, &adopts);
	prctl(PR_GET_PDEATHSIG, &death);
	if (sigaltstack(NULL, &stack) == 0)
		beside = stack.ss_flags;
#endif
	return Py_BuildValue("iiiii", dumpable, keeps, adopts, death, beside);
}

FX_MULTI(FX_METHODS({"environment", environment, METH_NOARGS, NULL},
		    {"signals", signals, METH_NOARGS, NULL},
		    {"control", control, METH_O, NULL},
		    {"rounding", rounding, METH_VARARGS, NULL}),
	 FX_SLOTS(FX_NEEDS_NO_GIL))
