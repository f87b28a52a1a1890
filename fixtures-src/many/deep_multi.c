/* its exec slot has another module loaded */
#include "fx_multi.h"

#include "deeper.h"

static int
run(PyObject *module)
{
	(void)module;
	return deeper();
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
