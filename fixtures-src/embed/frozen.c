/*
 * freeze(NAME, STATEMENTS): from now on the application has a frozen module of this name
 * freeze_package(NAME, STATEMENTS): a frozen package
 */
#include "fx_multi.h"

#include <marshal.h>

enum { MODULES_MAX = 4 };

#ifndef PYPY_VERSION

static struct _frozen modules[MODULES_MAX + 1];

static PyObject *
add(PyObject *args, int is_package)
{
	const char *name, *statements;
	PyObject *code, *bytes = NULL;
	size_t n = 0;

	while (modules[n].name)
		n++;
	if (!PyArg_ParseTuple(args, "ss", &name, &statements) || n == MODULES_MAX)
		return NULL;
	code = Py_CompileString(statements, "frozen", Py_file_input);
	if (code)
		bytes = PyMarshal_WriteObjectToString(code, Py_MARSHAL_VERSION);
	Py_XDECREF(code);
	if (!bytes)
		return NULL;
	/* the bytes are never given back: the table refers to them */
	modules[n].code = (const unsigned char *)PyBytes_AsString(bytes);
	modules[n].size = (int)PyBytes_Size(bytes);
#if PY_VERSION_HEX >= 0x030B0000
	modules[n].is_package = is_package;
#else
	if (is_package)
		modules[n].size = -modules[n].size;
#endif
	modules[n].name = strdup(name);
	PyImport_FrozenModules = modules;
	Py_RETURN_NONE;
}

#else

static PyObject *
add(PyObject *args, int is_package)
{
	(void)args, (void)is_package;
	return PyErr_Format(PyExc_NotImplementedError, "no frozen modules");
}

#endif

static PyObject *
freeze(PyObject *self, PyObject *args)
{
	(void)self;
	return add(args, 0);
}

static PyObject *
freeze_package(PyObject *self, PyObject *args)
{
	(void)self;
	return add(args, 1);
}

FX_MULTI(FX_METHODS({"freeze", freeze, METH_VARARGS, NULL},
	{"freeze_package", freeze_package, METH_VARARGS, NULL}))
