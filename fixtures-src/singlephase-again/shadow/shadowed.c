/* an extension whose name can be taken by something else before it is loaded */
#include "fx.h"

static int calls;

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = -1
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init %d", ++calls);
	if (module && PyModule_AddIntConstant(module, "value", 1) < 0) {
		Py_CLEAR(module);
	}
	return module;
}
