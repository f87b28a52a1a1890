/* its exec slot reports the attributes that the import system has set */
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

static int
run(PyObject *module)
{
	PyObject *spec = PyObject_GetAttrString(module, "__spec__");
	PyObject *loader = PyObject_GetAttrString(module, "__loader__");
	PyObject *name = PyObject_GetAttrString(module, "__name__");

	report(module, "__name__");
	report(module, "__file__");
	report(module, "__package__");
	report(spec, "name");
	report(spec, "origin");
	report(loader ? (PyObject *)Py_TYPE(loader) : NULL, "__name__");
	fx_event("in sys.modules %s", name
		 && PyDict_GetItem(PyImport_GetModuleDict(), name) == module ? "yes" : "no");
	Py_XDECREF(name);
	Py_XDECREF(loader);
	Py_XDECREF(spec);
	return PyErr_Occurred() ? -1 : 0;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}))
