/* fixture: names=single_held,single_other,single_copied */
/* A single-phase module: its hook waits at a gate that has the module's name, then creates it. */
#include "fx_gate.h"

FX_DEF(.m_size = -1);

FX_HOOK(FX_NAME)
{
	PyObject *module;

	fx_event("hook %s", FX_STR(FX_NAME));
	fx_gate_released(FX_STR(FX_NAME));
	module = PyModule_Create(&def);
	if (module && (fx_needs_no_gil(module) ||
		       PyModule_AddStringConstant(module, "answer", FX_STR(FX_NAME)) < 0))
		Py_CLEAR(module);
	return module;
}
