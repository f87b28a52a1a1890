/* fixture: names=first_held,first_held_attached */
/*
 * The first time, in whichever interpreter, the exec slot waits at the gate "first"; `attached`
 * keeps the GIL while it waits.
 */
#include "fx_gate.h"
#include "fx_multi.h"

#include <string.h>

#ifdef Py_mod_multiple_interpreters
#define FX_OWN_GIL {Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED}
#else
#define FX_OWN_GIL {0, NULL}
#endif

static int
run(PyObject *module)
{
	static int times;

	fx_event("exec, time %d", ++times);
	if (times == 1) {
		if (strstr(FX_STR(FX_NAME), "attached"))
			fx_gate("first");
		else
			fx_gate_released("first");
	}
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_OWN_GIL, FX_NEEDS_NO_GIL))
