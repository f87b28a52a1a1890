/* its create slot reports the parts of its spec, and whether its module is in sys.modules */
#include "fx_multi.h"

static void
report(PyObject *object, const char *name)
{
	PyObject *value = object ? PyObject_GetAttrString(object, name) : NULL;
	PyObject *text = value ? PyObject_Str(value) : NULL;

	fx_event("%s %s", name, text ? PyUnicode_AsUTF8(text) : "missing");
	Py_XDECREF(text);
	Py_XDECREF(value);
	PyErr_Clear();
}

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	PyObject *name = PyObject_GetAttrString(spec, "name");
	PyObject *loader = PyObject_GetAttrString(spec, "loader");
	PyObject *module = name ? PyModule_NewObject(name) : NULL;

	report(spec, "parent");
	report(spec, "has_location");
	report(spec, "submodule_search_locations");
	report(loader ? (PyObject *)Py_TYPE(loader) : NULL, "__name__");
	fx_event("in sys.modules %s", name
		 && PyDict_GetItem(PyImport_GetModuleDict(), name) ? "yes" : "no");
	Py_XDECREF(loader);
	Py_XDECREF(name);
	return module;
}

FX_MULTI(FX_SLOTS({Py_mod_create, create}))
