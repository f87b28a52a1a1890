/* single-phase, with a counter in its state; reports its initialisations */
#include "fx.h"

static int calls;

static PyObject *
bump(PyObject *module, PyObject *unused)
{
	long *number = PyModule_GetState(module);

	return PyLong_FromLong(++*number);
}

FX_DEF(.m_size = sizeof(long), FX_METHODS({"bump", bump, METH_NOARGS, NULL}));

FX_HOOK(FX_NAME)
{
	fx_event("init %d", ++calls);
	return PyModule_Create(&def);
}
