/* reports the attributes of its module before the hook returns */
#include "fx.h"

FX_DEF(.m_size = -1);

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);
	PyObject *package = NULL;

	if (module && PyObject_HasAttrString(module, "__package__")) {
		package = PyObject_GetAttrString(module, "__package__");
	}
	fx_event("__name__ %s", module ? PyModule_GetName(module) : "missing");
	fx_event("__file__ %s",
		 module && PyObject_HasAttrString(module, "__file__") ? "set" : "not set");
	fx_event("__package__ %s", package && package != Py_None ? "set" : "not set");
	fx_event("in sys.modules %s",
		 PyDict_GetItemString(PyImport_GetModuleDict(), FX_STR(FX_NAME)) ? "yes" : "no");
	Py_XDECREF(package);
	return module;
}
