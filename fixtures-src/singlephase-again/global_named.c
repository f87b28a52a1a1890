/* m_size -1, with what every module's dictionary has set to something of its own */
#include "fx.h"

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_doc = "What the definition says.",
	.m_size = -1
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init");
	if (module && PyModule_AddStringConstant(module, "__version__", "1.0") < 0) {
		Py_CLEAR(module);
	}
	return module;
}
