/* a package whose execution slot raises */
#include "fx.h"

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec raises");
	PyErr_SetString(PyExc_ValueError, "raised by exec");
	return -1;
}

FX_DEF(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL));

FX_HOOK(badpack)
{
	fx_event("init of badpack");
	return PyModuleDef_Init(&def);
}
