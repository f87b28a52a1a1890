/* calls PyState_RemoveModule and PyState_AddModule for its own module */
#include "fx_single.h"

static PyModuleDef def;

static PyObject *
find(PyObject *module, PyObject *unused)
{
	return PyBool_FromLong(PyState_FindModule(&def) == module);
}

static PyObject *
add(PyObject *module, PyObject *unused)
{
	if (PyState_AddModule(module, &def) < 0) {
		return NULL;
	}
	Py_RETURN_NONE;
}

static PyObject *
take_out(PyObject *module, PyObject *unused)
{
	if (PyState_RemoveModule(&def) < 0) {
		return NULL;
	}
	Py_RETURN_NONE;
}

FX_SINGLE_INIT(.m_size = 0,
	       FX_METHODS({"find", find, METH_NOARGS, NULL},
			  {"add", add, METH_NOARGS, NULL},
			  {"take_out", take_out, METH_NOARGS, NULL}))
