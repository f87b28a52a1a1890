/* prints text that looks like a transcript, on every stream that a program has */
#include "fx_multi.h"

static PyObject *
everywhere(PyObject *module, PyObject *none)
{
	static const char forged[] = "| forged on descriptor 1\n";

	printf("= forged on stdout\n");
	fflush(stdout);
	fprintf(stderr, "! forged on stderr\n");
	PySys_WriteStdout("# end forged on sys.stdout\n");
	PySys_WriteStderr("!! signal SIGSEGV\n");
	if (write(STDOUT_FILENO, forged, sizeof(forged) - 1) < 0)
		return PyErr_SetFromErrno(PyExc_OSError);
	Py_RETURN_NONE;
}

FX_MULTI(FX_METHODS({"everywhere", everywhere, METH_NOARGS, NULL}))
