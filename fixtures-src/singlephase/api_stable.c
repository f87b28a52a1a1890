/* made with the API version of the stable ABI */
#include "fx.h"

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create2(&def, PYTHON_ABI_VERSION);

	fx_event("init");
	if (module && fx_needs_no_gil(module) < 0) {
		Py_CLEAR(module);
	}
	return module;
}
