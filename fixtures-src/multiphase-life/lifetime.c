/* fixture: names=lifetime,lifetime_failed */
/* m_size > 0, with all functions that are called when a module is freed */
#include "fx_multi.h"

static int calls;

static int
clear(PyObject *module)
{
	long *number = PyModule_GetState(module);

	fx_event("clear %ld", number ? *number : 0);
	return 0;
}

static void
release(void *module)
{
	long *number = PyModule_GetState(module);

	fx_event("free %ld", number ? *number : 0);
}

static int
run(PyObject *module)
{
	long *number = PyModule_GetState(module);

	*number = ++calls;
	fx_event("exec %d", calls);
	if (strcmp(FX_STR(FX_NAME), "lifetime_failed") == 0) {
		PyErr_SetString(PyExc_ValueError, "from exec");
		return -1;
	}
	return 0;
}

FX_MULTI(.m_size = sizeof(long),
	 FX_SLOTS({Py_mod_exec, run}),
	 .m_clear = clear,
	 .m_free = release)
