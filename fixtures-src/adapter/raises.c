/* one function for each kind of exception that a transcript shows differently */
#include "fx_multi.h"

static PyObject *
plain(PyObject *module, PyObject *none)
{
	PyErr_SetString(PyExc_ValueError, "of \"no\" use\n");
	return NULL;
}

static PyObject *
import_error(PyObject *module, PyObject *none)
{
	PyObject *args = Py_BuildValue("(s)", "not today");
	PyObject *names = Py_BuildValue("{s: s, s: s}", "name", "a.b", "path", "/no/where");
	PyObject *error = args && names ? PyObject_Call(PyExc_ImportError, args, names) : NULL;

	if (error)
		PyErr_SetObject(PyExc_ImportError, error);
	Py_XDECREF(args);
	Py_XDECREF(names);
	Py_XDECREF(error);
	return NULL;
}

static PyObject *
bare_import_error(PyObject *module, PyObject *none)
{
	PyErr_SetNone(PyExc_ImportError);
	return NULL;
}

/* RuntimeError("second") in the context of one that says TEXT, or NULL */
static PyObject *
second_after(PyObject *type, const char *text)
{
	PyObject *second = PyObject_CallFunction(PyExc_RuntimeError, "s", "second");

	if (second)
		PyException_SetContext(second, PyObject_CallFunction(type, "s", text));
	return second;
}

static PyObject *
raised(PyObject *exception)
{
	if (exception)
		PyErr_SetObject(PyExc_RuntimeError, exception);
	Py_XDECREF(exception);
	return NULL;
}

static PyObject *
caused(PyObject *module, PyObject *none)
{
	PyObject *second = second_after(PyExc_IndexError, "around");

	if (second)
		PyException_SetCause(second, PyObject_CallFunction(PyExc_KeyError, "s", "first"));
	return raised(second);
}

static PyObject *
in_context(PyObject *module, PyObject *none)
{
	return raised(second_after(PyExc_KeyError, "first"));
}

static PyObject *
from_none(PyObject *module, PyObject *none)
{
	PyObject *second = second_after(PyExc_KeyError, "first");

	if (second)
		PyException_SetCause(second, NULL); /* which suppresses the context */
	return raised(second);
}

static PyObject *
system_exit(PyObject *module, PyObject *none)
{
	PyObject *status = PyLong_FromLong(7);

	if (status)
		PyErr_SetObject(PyExc_SystemExit, status);
	Py_XDECREF(status);
	return NULL;
}

static PyObject *
interrupt(PyObject *module, PyObject *none)
{
	PyErr_SetNone(PyExc_KeyboardInterrupt);
	return NULL;
}

FX_MULTI(FX_METHODS({"plain", plain, METH_NOARGS, NULL},
		    {"import_error", import_error, METH_NOARGS, NULL},
		    {"bare_import_error", bare_import_error, METH_NOARGS, NULL},
		    {"caused", caused, METH_NOARGS, NULL},
		    {"in_context", in_context, METH_NOARGS, NULL},
		    {"from_none", from_none, METH_NOARGS, NULL},
		    {"system_exit", system_exit, METH_NOARGS, NULL},
		    {"interrupt", interrupt, METH_NOARGS, NULL}))
