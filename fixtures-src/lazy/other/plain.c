/* a module of the same name in another folder: answer is 43 */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	fx_event("exec of the other one");
	return PyModule_AddIntConstant(module, "answer", 43);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
