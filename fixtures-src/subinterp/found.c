/* reports what PyState_FindModule finds, and when it is freed */
#include "fx_single.h"

static PyModuleDef def;

static PyObject *
find(PyObject *module, PyObject *unused)
{
	PyObject *found = PyState_FindModule(&def);

	return PyUnicode_FromString(!found ? "nothing" : found == module ? "itself" : "another");
}

static void
release(void *module)
{
	fx_event("free");
}

FX_SINGLE(.m_size = 0, FX_METHODS({"find", find, METH_NOARGS, NULL}), .m_free = release)
