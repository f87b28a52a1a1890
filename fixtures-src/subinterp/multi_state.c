/* counts in its module's state; reports when it is executed and when it is freed */
#include "fx_multi.h"

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

	return PyLong_FromLong(++state->bumps);
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
#ifdef Py_mod_multiple_interpreters
	{Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
	{0, NULL}
};

FX_MULTI(.m_size = sizeof(struct state),
	 FX_METHODS({"bump", bump, METH_NOARGS, NULL}),
	 .m_slots = slots,
	 .m_free = release)
