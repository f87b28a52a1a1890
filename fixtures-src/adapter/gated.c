/* The exec slot waits at the gate "exec". */
#include "fx_gate.h"
#include "fx_multi.h"

static int
exec_gated(PyObject *module)
{
	fx_event("at the gate");
	fx_gate_released("exec");
	fx_event("through");
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, exec_gated}))
