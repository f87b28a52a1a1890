/* reports when it is made, and under which name it is executed */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	fx_event("exec of %s", PyModule_GetName(module));
	return 0;
}

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, run}))
