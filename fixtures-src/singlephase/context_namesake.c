/* imports the top-level module with its own last component, then makes its own module */
#include "fx.h"

static int calls;

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	PyObject *module;

	fx_event("init %d", ++calls);
	if (calls == 1) {
		module = PyImport_ImportModule(FX_STR(FX_NAME));
		if (!module) {
			return NULL;
		}
		fx_event("imported %s", PyModule_GetName(module));
		Py_DECREF(module);
	}
	return PyModule_Create(&def);
}
