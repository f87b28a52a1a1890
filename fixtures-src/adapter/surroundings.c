/* the environment of the process: variable(NAME), folder(), input() */
#include "fx_multi.h"

#include <limits.h>

static PyObject *
variable(PyObject *module, PyObject *args)
{
	const char *name, *value;

	if (!PyArg_ParseTuple(args, "s", &name))
		return NULL;
	value = getenv(name);
	return Py_BuildValue("s", value);
}

static PyObject *
folder(PyObject *module, PyObject *none)
{
	char path[PATH_MAX];

	if (!getcwd(path, sizeof(path)))
		return PyErr_SetFromErrno(PyExc_OSError);
	return PyUnicode_DecodeFSDefault(path);
}

/* the number of bytes that standard input gives at once */
static PyObject *
input(PyObject *module, PyObject *none)
{
	char byte;
	ssize_t n = read(STDIN_FILENO, &byte, 1);

	if (n < 0)
		return PyErr_SetFromErrno(PyExc_OSError);
	return PyLong_FromLong((long)n);
}

FX_MULTI(FX_METHODS({"variable", variable, METH_VARARGS, NULL},
		    {"folder", folder, METH_NOARGS, NULL},
		    {"input", input, METH_NOARGS, NULL}),
	 FX_SLOTS(FX_NEEDS_NO_GIL))
