/* fixture: names=constructor_imports,constructor_held check=initarray */
/* The constructor imports plain, or waits at a gate that has the module's name. */
#include "fx_gate.h"
#include "fx_multi.h"

__attribute__((constructor)) static void
construct(void)
{
	PyObject *plain;

	fx_event("constructor");
	if (FX_STR(FX_NAME)[12] == 'h') {
		fx_gate_released(FX_STR(FX_NAME));
		return;
	}
	plain = PyImport_ImportModule("plain");
	fx_event("constructor: plain %s", plain ? "whole" : "fails");
	Py_XDECREF(plain);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, fx_exec_answer}, FX_NEEDS_NO_GIL))
