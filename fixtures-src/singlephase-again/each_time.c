/* m_size 0: no state at all, so every load runs the hook */
#include "fx.h"

static int calls;

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = 0
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init %d", ++calls);
	if (module && PyModule_AddIntConstant(module, "calls", calls) < 0) {
		Py_CLEAR(module);
	}
	return module;
}
