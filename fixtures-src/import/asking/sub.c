/* a submodule that asks its package for itself while it is executed, where it is not bound yet */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	PyObject *package = PyImport_ImportModule("asking"), *itself;

	if (!package)
		return -1;
	itself = PyObject_GetAttrString(package, "sub");
	Py_DECREF(package);
	Py_XDECREF(itself);
	return itself ? 0 : -1;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}))
