/* its exec slot calls its own function and reads its own doc */
#include "fx_multi.h"

static PyObject *
answer(PyObject *module, PyObject *unused)
{
	return PyLong_FromLong(42);
}

static int
run(PyObject *module)
{
	PyObject *value = PyObject_CallMethod(module, "answer", NULL);
	PyObject *doc = PyObject_GetAttrString(module, "__doc__");

	if (value && doc) {
		fx_event("answer %ld, doc %s", PyLong_AsLong(value), PyUnicode_AsUTF8(doc));
	}
	Py_XDECREF(value);
	Py_XDECREF(doc);
	return value && doc ? 0 : -1;
}

FX_MULTI(.m_doc = "there",
	 FX_METHODS({"answer", answer, METH_NOARGS, NULL}),
	 FX_SLOTS({Py_mod_exec, run}))
