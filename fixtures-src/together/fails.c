/* fixture: names=fails_once,fails_always,interrupted_once,exits_once */
/* The exec slot waits at a gate that has the module's name, then fails. */
#include "fx_gate.h"
#include "fx_multi.h"

#include <string.h>

static PyObject *
kind(void)
{
	if (strstr(FX_STR(FX_NAME), "interrupted"))
		return PyExc_KeyboardInterrupt;
	return strstr(FX_STR(FX_NAME), "exits") ? PyExc_SystemExit : PyExc_ValueError;
}

static int
run(PyObject *module)
{
	static int times;

	fx_event("exec %s, time %d", FX_STR(FX_NAME), ++times);
	fx_gate_released(FX_STR(FX_NAME));
	if (times == 1 || strstr(FX_STR(FX_NAME), "always")) {
		PyErr_Format(kind(), "time %d", times);
		return -1;
	}
	return PyModule_AddIntConstant(module, "time", times);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
