/* an ordinary module, loaded after a failure to see that nothing was damaged */
#include "fx.h"

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = 0
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init");
	if (module && PyModule_AddIntConstant(module, "answer", 42) < 0) {
		Py_CLEAR(module);
	}
	return module;
}
