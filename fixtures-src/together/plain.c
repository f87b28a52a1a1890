/* fixture: names=plain,quiet */
/* A module without a gate. */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	fx_event("exec %s", FX_STR(FX_NAME));
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
