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

/* raise RuntimeError("second") in the context of an exception, which may also be its cause */
static PyObject *
linked(PyObject *context, PyObject *cause)
{
	PyObject *second = PyObject_CallFunction(PyExc_RuntimeError, "s", "second");

	if (second && context) {
		PyException_SetCause(second, cause); /* steals the references */
		PyException_SetContext(second, context);
		PyErr_SetObject(PyExc_RuntimeError, second);
	}
	Py_XDECREF(second);
	return NULL;
}

static PyObject *
caused(PyObject *module, PyObject *none)
{
	return linked(PyObject_CallFunction(PyExc_IndexError, "s", "around"),
		      PyObject_CallFunction(PyExc_KeyError, "s", "first"));
}

static PyObject *
in_context(PyObject *module, PyObject *none)
{
	return linked(PyObject_CallFunction(PyExc_KeyError, "s", "first"), NULL);
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
		    {"system_exit", system_exit, METH_NOARGS, NULL},
		    {"interrupt", interrupt, METH_NOARGS, NULL}))
