/* what the process finds around it: variable(NAME), folder(), input() */
#include "fx.h"

#include <limits.h>

static PyObject *
variable(PyObject *module, PyObject *args)
{
	const char *name, *value;

	(void)module;
	if (!PyArg_ParseTuple(args, "s", &name))
		return NULL;
	value = getenv(name);
	return Py_BuildValue("s", value);
}

static PyObject *
folder(PyObject *module, PyObject *none)
{
	char path[PATH_MAX];

	(void)module, (void)none;
	if (!getcwd(path, sizeof(path)))
		return PyErr_SetFromErrno(PyExc_OSError);
	return PyUnicode_DecodeFSDefault(path);
}

/* how many bytes can be read from standard input at once */
static PyObject *
input(PyObject *module, PyObject *none)
{
	char byte;
	ssize_t n = read(STDIN_FILENO, &byte, 1);

	(void)module, (void)none;
	if (n < 0)
		return PyErr_SetFromErrno(PyExc_OSError);
	return PyLong_FromLong((long)n);
}

static PyMethodDef methods[] = {
	{"variable", variable, METH_VARARGS, NULL},
	{"folder", folder, METH_NOARGS, NULL},
	{"input", input, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_methods = methods
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
