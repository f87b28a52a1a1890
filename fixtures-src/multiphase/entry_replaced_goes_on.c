/* its first exec slot puts another module into sys.modules, its second one says what it gets */
#include "fx_multi.h"

static PyObject *made; /* borrowed: the module that the first slot got */

static int
replace(PyObject *module)
{
	PyObject *other = PyModule_New("replacement");
	int result = other ? PyDict_SetItemString(PyImport_GetModuleDict(), FX_STR(FX_NAME), other)
			   : -1;

	made = module;
	fx_event("exec, replaces its entry");
	Py_XDECREF(other);
	return result;
}

static int
go_on(PyObject *module)
{
	fx_event("exec of %s, %s", PyModule_GetName(module),
		 module == made ? "the same" : "another");
	return 0;
}

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, replace}, {Py_mod_exec, go_on}))
