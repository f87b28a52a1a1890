/*
 * m_size -1: the state lives in C variables, so the hook may run once only. What the module holds
 * when the hook returns is "value", "items" (mutable) and "calls".
 */
#include "fx.h"

static int calls;

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = -1
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init %d", ++calls);
	if (module
	    && (PyModule_AddIntConstant(module, "value", 1) < 0
		|| PyModule_AddIntConstant(module, "calls", calls) < 0
		|| PyModule_AddObject(module, "items", Py_BuildValue("[i]", 10)) < 0)) {
		Py_CLEAR(module);
	}
	return module;
}
