/* made for a C API of long ago */
#include "fx.h"

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create2(&def, 1000);

	fx_event("init gives %s", module ? "a module" : "nothing");
	if (module && fx_needs_no_gil(module) < 0) {
		Py_CLEAR(module);
	}
	return module;
}
