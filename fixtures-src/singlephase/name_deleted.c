/* its init function takes the name from the module that it returns */
#include "fx.h"

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = 0
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init");
	if (module && PyObject_DelAttrString(module, "__name__") < 0) {
		Py_CLEAR(module);
	}
	return module;
}
