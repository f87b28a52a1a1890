/* A package that is an extension; after the gate "deep" its exec slot imports deep.sub. */
#include "fx_gate.h"

static int
run(PyObject *module)
{
	PyObject *sub;

	fx_gate_released("deep");
	sub = PyImport_ImportModule("deep.sub");
	if (!sub)
		return -1;
	Py_DECREF(sub);
	fx_event("executed deep");
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_DEF(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL));

FX_HOOK(deep)
{
	return PyModuleDef_Init(&def);
}
