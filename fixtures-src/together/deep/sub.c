/* Its exec slot imports the package. */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	PyObject *deep = PyImport_ImportModule("deep");

	if (!deep)
		return -1;
	fx_event("exec deep.sub, deep %s",
		 PyObject_HasAttrString(deep, "answer") ? "whole" : "in part");
	Py_DECREF(deep);
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
