/* a package that is an extension */
#include "fx.h"

static int
run(PyObject *module)
{
	PyObject *path = PyObject_GetAttrString(module, "__path__");
	PyObject *package = PyObject_GetAttrString(module, "__package__");

	fx_event("pack: exec, __path__ %s, __package__ %s",
		 path && PyObject_Length(path) == 1 ? "of one folder" : "missing",
		 package ? PyUnicode_AsUTF8(package) : "missing");
	Py_XDECREF(package);
	Py_XDECREF(path);
	return PyErr_Occurred() ? -1 : 0;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = "pack", .m_slots = slots
};

FX_HOOK(pack)
{
	fx_event("pack: init");
	return PyModuleDef_Init(&def);
}
