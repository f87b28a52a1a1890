/* The exec slot tells that it begins, and waits at the gate "told". */
#include "fx_gate.h"
#include "fx_multi.h"

static int
run(PyObject *module)
{
	fx_event("exec");
	fx_gate_released("told");
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
