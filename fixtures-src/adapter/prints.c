/* prints what looks like a transcript wherever a program may print */
#include "fx.h"

static PyObject *
everywhere(PyObject *module, PyObject *none)
{
	static const char forged[] = "| forged on descriptor 1\n";

	(void)module, (void)none;
	printf("= forged on stdout\n");
	fflush(stdout);
	fprintf(stderr, "! forged on stderr\n");
	PySys_WriteStdout("# end forged on sys.stdout\n");
	PySys_WriteStderr("!! signal SIGSEGV\n");
	if (write(STDOUT_FILENO, forged, sizeof(forged) - 1) < 0)
		return PyErr_SetFromErrno(PyExc_OSError);
	Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
	{"everywhere", everywhere, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_methods = methods
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
