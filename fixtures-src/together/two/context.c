/* A single-phase module of a package: it is created after the gate, in the context of its load. */
#include "fx_gate.h"

FX_DEF(.m_size = -1);

FX_HOOK(context)
{
	PyObject *module;

	fx_event("hook two.context");
	fx_gate_released("two-context");
	module = PyModule_Create(&def);
	if (module && fx_needs_no_gil(module))
		Py_CLEAR(module);
	return module;
}
