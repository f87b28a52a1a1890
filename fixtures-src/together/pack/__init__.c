/* A package that is an extension; its exec slot waits at the gate "pack". */
#include "fx_gate.h"

static int
run(PyObject *module)
{
	fx_event("exec pack");
	fx_gate_released("pack");
	fx_event("executed pack");
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_DEF(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL));

FX_HOOK(pack)
{
	return PyModuleDef_Init(&def);
}
