/* puts a module into sys.modules under its own name, and returns NULL without an exception */
#include "fx.h"

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init");
	if (module) {
		PyMapping_SetItemString(PyImport_GetModuleDict(), FX_STR(FX_NAME), module);
		Py_DECREF(module);
	}
	return NULL;
}
