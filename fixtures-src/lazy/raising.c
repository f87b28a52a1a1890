/* its execution slot raises */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec raises");
	PyErr_SetString(PyExc_ValueError, "raised by exec");
	return -1;
}

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
