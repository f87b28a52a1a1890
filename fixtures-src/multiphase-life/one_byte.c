/* the smallest possible state: reports what exec finds in it, and writes to it */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	char *state = PyModule_GetState(module);

	fx_event("exec, %s", !state ? "no state" : *state ? "used" : "zero");
	if (state)
		*state = 1;
	return 0;
}

FX_MULTI(.m_size = 1, FX_SLOTS({Py_mod_exec, run}))
