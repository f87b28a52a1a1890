/* counts in its module's memory; says when it is executed and when it goes */
#include "fx.h"

static int execs;

struct state {
	int number;
	long bumps;
};

static int
run(PyObject *module)
{
	struct state *state = PyModule_GetState(module);

	state->number = ++execs;
	fx_event("exec %d", execs);
	return 0;
}

static void
release(void *module)
{
	struct state *state = PyModule_GetState(module);

	fx_event("free %d", state ? state->number : 0);
}

static PyObject *
bump(PyObject *module, PyObject *unused)
{
	struct state *state = PyModule_GetState(module);

	(void)unused;
	return PyLong_FromLong(++state->bumps);
}

static PyMethodDef methods[] = {
	{"bump", bump, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
#ifdef Py_mod_multiple_interpreters
	{Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_size = sizeof(struct state),
	.m_methods = methods,
	.m_slots = slots,
	.m_free = release
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
