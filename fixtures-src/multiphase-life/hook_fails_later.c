/* an ordinary module whose hook fails at its second call */
#include "fx.h"

static int calls;

static int
run(PyObject *module)
{
	return PyModule_AddIntConstant(module, "call", calls);
}

FX_DEF(FX_SLOTS({Py_mod_exec, run}));

FX_HOOK(FX_NAME)
{
	fx_event("init %d", ++calls);
	if (calls == 2) {
		PyErr_SetString(PyExc_ValueError, "the second time");
		return NULL;
	}
	return PyModuleDef_Init(&def);
}
