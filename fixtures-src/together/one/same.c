/* The exec slot waits at the gate "one". */
#include "fx_gate.h"
#include "fx_multi.h"

static int
run(PyObject *module)
{
	fx_event("exec one.same");
	fx_gate_released("one");
	return PyModule_AddStringConstant(module, "answer", "one");
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
