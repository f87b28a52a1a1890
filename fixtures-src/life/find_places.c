/* tells in which places PyState_FindModule finds it */
#include "fx_single.h"

static PyObject *
found(PyObject *module, PyObject *unused);

FX_DEF(.m_size = 0, FX_METHODS({"found", found, METH_NOARGS, NULL}));

static PyObject *
found(PyObject *module, PyObject *unused)
{
	PyObject *self = PyState_FindModule(&def);

	(void)unused;
	return PyUnicode_FromString(!self ? "nothing" : self == module ? "itself" : "another");
}

FX_HOOK(FX_NAME)
{
	PyObject *module;

	fx_event("before: %s", PyState_FindModule(&def) ? "a module" : "nothing");
	module = PyModule_Create(&def);
	fx_event("made: %s", PyState_FindModule(&def) == module ? "itself" : "not itself");
	return module;
}
