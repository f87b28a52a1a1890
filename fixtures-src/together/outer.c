/* The exec slot imports again, then waits at the gate "outer". */
#include "fx_gate.h"
#include "fx_multi.h"

static int
run(PyObject *module)
{
	PyObject *again = PyImport_ImportModule("again");

	if (!again)
		return -1;
	Py_DECREF(again);
	fx_gate_released("outer");
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
