/* fixture: names=lifetime,lifetime_failed */
/* m_size > 0, with all that is called when a module goes */
#include "fx.h"

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

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_size = sizeof(long),
	.m_slots = slots,
	.m_clear = clear,
	.m_free = release
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
