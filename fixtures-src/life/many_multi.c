/* fixture: names=many_multi,many_fails */
/* to be loaded many times; the second one fails */
#include "fx_multi.h"

#include <string.h>

static int
run(PyObject *module)
{
	if (strcmp(FX_STR(FX_NAME), "many_fails") != 0)
		return PyModule_AddIntConstant(module, "answer", 42);
	PyErr_SetString(PyExc_ValueError, "on purpose");
	return -1;
}

FX_MULTI(.m_size = 64, FX_SLOTS({Py_mod_exec, run}))
