/* fixture: names=held,other,third,fourth */
/* The exec slot waits at a gate that has the module's name. */
#include "fx_gate.h"
#include "fx_multi.h"

static int
run(PyObject *module)
{
	fx_event("exec %s", FX_STR(FX_NAME));
	fx_gate_released(FX_STR(FX_NAME));
	fx_event("executed %s", FX_STR(FX_NAME));
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
