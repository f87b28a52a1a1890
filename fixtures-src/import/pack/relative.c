/* its exec slot imports its sibling by a relative name */
#include "fx_multi.h"

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

FX_MULTI(FX_SLOTS({Py_mod_exec, run}))
