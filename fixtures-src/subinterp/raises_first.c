/* the first execution fails, in whichever interpreter */
#include "fx_multi.h"

static int execs;

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec %d", ++execs);
	if (execs > 1) {
		return 0;
	}
	PyErr_SetString(PyExc_ValueError, "the first time");
	return -1;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}))
