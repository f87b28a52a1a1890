/* Its short name is that of a module in the folder one. */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	fx_event("exec two.same");
	return PyModule_AddStringConstant(module, "answer", "two");
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
