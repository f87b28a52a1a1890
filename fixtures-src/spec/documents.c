/* its execution slot gives it another doc string */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	return PyModule_AddStringConstant(module, "__doc__", "set by exec");
}

FX_MULTI(.m_doc = "of the definition", FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
