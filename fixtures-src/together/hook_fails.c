/* fixture: names=hook_fails_once,single_fails_once */
/* The hook waits at a gate that has the module's name, and fails the first time. */
#include "fx_gate.h"
#include "fx_multi.h"

#include <string.h>

static PyModuleDef single_def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = -1
};

FX_DEF(FX_SLOTS({Py_mod_exec, fx_exec_answer}, FX_NEEDS_NO_GIL));

FX_HOOK(FX_NAME)
{
	static int times;
	PyObject *module;

	fx_event("hook %s, time %d", FX_STR(FX_NAME), ++times);
	fx_gate_released(FX_STR(FX_NAME));
	if (times == 1) {
		PyErr_SetString(PyExc_ValueError, "time 1");
		return NULL;
	}
	if (!strstr(FX_STR(FX_NAME), "single"))
		return PyModuleDef_Init(&def);
	module = PyModule_Create(&single_def);
	if (module && fx_needs_no_gil(module))
		Py_CLEAR(module);
	return module;
}
