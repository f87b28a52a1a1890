/* m_size -1: imports itself at the first call of its init function */
#include "fx.h"

static int calls;

FX_DEF(.m_size = -1);

FX_HOOK(FX_NAME)
{
	int call = ++calls;
	PyObject *module;

	fx_event("init %d begins", call);
	if (call == 1) {
		module = PyImport_ImportModule(FX_STR(FX_NAME));
		if (!module) {
			return NULL;
		}
		Py_DECREF(module);
	}
	module = PyModule_Create(&def);
	if (module && PyModule_AddIntConstant(module, "call", call) < 0) {
		Py_CLEAR(module);
	}
	fx_event("init %d ends", call);
	return module;
}
