/* fixture: check=undef:together_provided */
#include "fx_multi.h"

int together_provided(void);

static int
run(PyObject *module)
{
	return PyModule_AddIntConstant(module, "answer", together_provided());
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
