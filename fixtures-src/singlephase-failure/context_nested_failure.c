/* imports an extension that fails, and then makes its own module */
#include "fx.h"

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	PyObject *other, *module;

	other = PyImport_ImportModule("null_raises");
	fx_event("the other %s", other ? "loaded" : "failed");
	Py_XDECREF(other);
	PyErr_Clear();
	module = PyModule_Create(&def);
	fx_event("made as %s", module ? PyModule_GetName(module) : "nothing");
	return module;
}
