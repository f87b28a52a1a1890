/* its hook and its execution slot let other threads run; the slot adds answer, 42 */
#include "fx.h"

#include <sched.h>

static void
let_others_run(void)
{
	Py_BEGIN_ALLOW_THREADS
	for (int i = 0; i < 1000; i++)
		sched_yield();
	Py_END_ALLOW_THREADS
}

static int
run(PyObject *module)
{
	fx_event("exec");
	let_others_run();
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_DEF(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL));

FX_HOOK(slow)
{
	fx_event("init");
	let_others_run();
	return PyModuleDef_Init(&def);
}
