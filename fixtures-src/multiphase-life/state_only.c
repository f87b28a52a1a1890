/* m_size > 0 and no exec slot: what its memory holds, if it has any */
#include "fx_multi.h"

static PyObject *
state(PyObject *module, PyObject *unused)
{
	long *number = PyModule_GetState(module);

	return PyUnicode_FromString(!number ? "none" : *number ? "used" : "zero");
}

FX_MULTI(.m_size = sizeof(long), FX_METHODS({"state", state, METH_NOARGS, NULL}))
