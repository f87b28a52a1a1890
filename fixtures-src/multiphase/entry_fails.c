/* fixture: names=entry_replaced_failed,entry_deleted_failed */
/* its exec slot replaces or deletes its entry in sys.modules, and fails */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	PyObject *modules = PyImport_GetModuleDict();
	const char *name = FX_STR(FX_NAME);
	int result;

	if (strcmp(name, "entry_deleted_failed") == 0) {
		result = PyDict_DelItemString(modules, name);
	} else {
		result = PyDict_SetItemString(modules, name, Py_None);
	}
	fx_event("exec");
	if (result == 0) {
		PyErr_SetString(PyExc_ValueError, "from exec");
	}
	return -1;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}))
