/* compiled for a C API of long ago */
#include "fx.h"

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = 0
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create2(&def, 1000);

	fx_event("init gives %s", module ? "a module" : "nothing");
	return module;
}
