/* imports its sibling by a relative name while it is executed */
#include "fx.h"

static int
run(PyObject *module)
{
	PyObject *import = PyDict_GetItemString(PyEval_GetBuiltins(), "__import__");
	PyObject *package = NULL;

	if (import) {
		package = PyObject_CallFunction(import, "sOO[s]i", "", PyModule_GetDict(module),
						Py_None, "source", 1);
	}
	fx_event("relative import %s",
		 package && PyObject_HasAttrString(package, "source") ? "done" : "failed");
	Py_XDECREF(package);
	return package ? 0 : -1;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
