/* a multi-phase module with the number of its execution, counted in this file */
#include "fx_multi.h"

static int executions;

static int
run(PyObject *module)
{
	return PyModule_AddIntConstant(module, "number", ++executions);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
