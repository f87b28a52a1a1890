/* fixture: names=entry_replaced,entry_deleted,entry_imported */
/* its exec slot changes or uses its own entry in sys.modules */
#include "fx_multi.h"

static int
replace(PyObject *modules, const char *name)
{
	PyObject *other = PyModule_New("replacement");
	int result = other ? PyDict_SetItemString(modules, name, other) : -1;

	Py_XDECREF(other);
	return result;
}

static int
run(PyObject *module)
{
	PyObject *modules = PyImport_GetModuleDict();
	const char *name = FX_STR(FX_NAME);
	PyObject *self;

	fx_event("exec");
	if (strcmp(name, "entry_replaced") == 0) {
		return replace(modules, name);
	}
	if (strcmp(name, "entry_deleted") == 0) {
		return PyDict_DelItemString(modules, name);
	}
	self = PyImport_ImportModule(name);
	fx_event("imported %s", self == module ? "itself" : "another");
	Py_XDECREF(self);
	return self ? 0 : -1;
}

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, run}))
