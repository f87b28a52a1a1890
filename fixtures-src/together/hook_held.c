/* fixture: names=hook_held,hook_other */
/* The hook of a multi-phase module waits at a gate that has the module's name. */
#include "fx_gate.h"
#include "fx_multi.h"

FX_DEF(FX_SLOTS({Py_mod_exec, fx_exec_answer}, FX_NEEDS_NO_GIL));

FX_HOOK(FX_NAME)
{
	fx_event("hook %s", FX_STR(FX_NAME));
	fx_gate_released(FX_STR(FX_NAME));
	return PyModuleDef_Init(&def);
}
