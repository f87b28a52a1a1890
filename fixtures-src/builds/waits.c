/* fixture: names=waits_first,waits_second */
/* The hook waits at the gate of the module's name. Both modules say that they need no GIL. */
#include "fx_gate.h"

#include "gil.h"

FX_DEF(FX_SLOTS({Py_mod_exec, gil_exec}, GIL_UNUSED));

FX_HOOK(FX_NAME)
{
	fx_event("hook %s", gil_now());
	fx_gate_released(FX_STR(FX_NAME));
	return PyModuleDef_Init(&def);
}
