/* its execution fails */
#include "fx_multi.h"

static int
fail(PyObject *module)
{
	(void)module;
	PyErr_SetString(PyExc_ValueError, "on purpose");
	return -1;
}

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, fail}))
