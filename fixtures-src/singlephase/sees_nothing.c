/* reports what its module is like before the hook has returned */
#include "fx.h"

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = -1
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);
	PyObject *package = module ? PyObject_GetAttrString(module, "__package__") : NULL;

	if (!package) {
		return NULL;
	}
	fx_event("__name__ %s", PyModule_GetName(module));
	fx_event("__file__ %s", PyObject_HasAttrString(module, "__file__") ? "set" : "missing");
	fx_event("__package__ %s", package == Py_None ? "None" : "set");
	fx_event("in sys.modules %s",
		 PyDict_GetItemString(PyImport_GetModuleDict(), FX_STR(FX_NAME)) ? "yes" : "no");
	Py_DECREF(package);
	return module;
}
