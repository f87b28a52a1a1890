/* m_size > 0 and no exec slot: reports what its state contains, if it has one */
#include "fx_multi.h"

static PyObject *
state(PyObject *module, PyObject *unused)
{
	long *number = PyModule_GetState(module);

	return PyUnicode_FromString(!number ? "none" : *number ? "used" : "zero");
}

FX_MULTI(.m_size = sizeof(long), FX_METHODS({"state", state, METH_NOARGS, NULL}))
