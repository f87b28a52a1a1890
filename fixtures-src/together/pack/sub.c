/* A submodule; its exec slot waits at the gate "sub". */
#include "fx_gate.h"
#include "fx_multi.h"

static int
run(PyObject *module)
{
	fx_gate_released("sub");
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
