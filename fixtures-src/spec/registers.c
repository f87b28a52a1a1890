/* no package, but its exec slot puts a submodule of its name into sys.modules */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	PyObject *below = PyModule_New("registers.below");
	int failed;

	(void)module;
	failed = !below || PyModule_AddIntConstant(below, "answer", 42) ||
		 PyDict_SetItemString(PyImport_GetModuleDict(), "registers.below", below);
	Py_XDECREF(below);
	return -failed;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}))
