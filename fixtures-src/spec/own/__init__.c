/* a package that is an extension: its exec slot does `from . import part` */
#include "fx.h"

static int
run(PyObject *module)
{
	PyObject *import = PyDict_GetItemString(PyEval_GetBuiltins(), "__import__");
	PyObject *package = NULL;

	if (import) {
		package = PyObject_CallFunction(import, "sOO[s]i", "", PyModule_GetDict(module),
						Py_None, "part", 1);
	}
	if (!package)
		return -1;
	fx_event("own: part %s", PyObject_HasAttrString(package, "part") ? "bound" : "missing");
	fx_event("own: got %s", package == module ? "itself" : "something else");
	Py_DECREF(package);
	return 0;
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, run}, {0, NULL}};
static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "own", .m_slots = slots};

FX_HOOK(own)
{
	return PyModuleDef_Init(&def);
}
