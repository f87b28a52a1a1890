/* m_size 0: sets a __file__ of its own each time it is initialised */
#include "fx.h"

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = 0
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init");
	if (module && PyModule_AddStringConstant(module, "__file__", "preset") < 0) {
		Py_CLEAR(module);
	}
	return module;
}
