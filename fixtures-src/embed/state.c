/* multi-phase, with a state that counts what was done to it, beside a C variable that is never reset */
#include "fx.h"

static int calls;

static void
release(void *module)
{
	int *state = PyModule_GetState(module);

	fx_event("free %d", state ? *state : 0);
}

static int
run(PyObject *module)
{
	int *state = PyModule_GetState(module);

	*state += 1;
	fx_event("exec %d, state %d", ++calls, *state);
	return 0;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_size = sizeof(int),
	.m_slots = slots,
	.m_free = release
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
