/* a module of the same name in another folder */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec of the other one");
	return 0;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
