/* fixture: names=size_global,size_zero,size_positive,size_below */
/* has the size that its name says; shows its state, and what PyState_FindModule finds */
#include "fx.h"

static PyModuleDef def;
static int calls;

static PyObject *
bump(PyObject *module, PyObject *unused)
{
	long *number = PyModule_GetState(module);

	return PyLong_FromLong(++*number);
}

static PyObject *
find(PyObject *module, PyObject *unused)
{
	PyObject *found = PyState_FindModule(&def);

	return PyUnicode_FromString(!found ? "nothing" : found == module ? "itself" : "another");
}

static PyObject *
state(PyObject *module, PyObject *unused)
{
	return PyUnicode_FromString(PyModule_GetState(module) ? "there" : "none");
}

FX_DEF(FX_METHODS({"bump", bump, METH_NOARGS, NULL},
		  {"find", find, METH_NOARGS, NULL},
		  {"state", state, METH_NOARGS, NULL}));

FX_HOOK(FX_NAME)
{
	const char *size = strchr(FX_STR(FX_NAME), '_') + 1;
	PyObject *module;

	def.m_size = strcmp(size, "global") == 0 ? -1
		: strcmp(size, "below") == 0 ? -2 : strcmp(size, "zero") == 0 ? 0
		: (Py_ssize_t)sizeof(long);
	module = PyModule_Create(&def);
	fx_event("init %d", ++calls);
	if (module && PyModule_AddIntConstant(module, "call", calls) < 0) {
		Py_CLEAR(module);
	}
	return module;
}
