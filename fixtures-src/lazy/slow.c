/* its hook and its execution slot let other threads run; the slot adds answer, 42 */
#include "fx_gate.h"

static int
run(PyObject *module)
{
	fx_event("exec");
	fx_let_others_run();
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_DEF(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL));

FX_HOOK(slow)
{
	fx_event("init");
	fx_let_others_run();
	return PyModuleDef_Init(&def);
}
