/* imports another extension, then makes its own module */
#include "fx.h"

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	PyObject *other, *module;

	fx_event("begin");
	other = PyImport_ImportModule("context");
	if (!other) {
		return NULL;
	}
	Py_DECREF(other);
	module = PyModule_Create(&def);
	fx_event("made as %s", module ? PyModule_GetName(module) : "nothing");
	return module;
}
