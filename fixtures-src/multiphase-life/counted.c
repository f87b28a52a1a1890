/*
 * counts initialisations and executions in C variables, and calls of bump() in each module's
 * state
 */
#include "fx.h"

static int inits, execs;

struct state {
	long bumps;
	long filler[15];
};

static PyObject *
bump(PyObject *module, PyObject *unused)
{
	struct state *state = PyModule_GetState(module);

	return PyLong_FromLong(++state->bumps);
}

static int
run(PyObject *module)
{
	struct state *state = PyModule_GetState(module);
	long sum = state->bumps;

	for (size_t i = 0; i < sizeof(state->filler) / sizeof(state->filler[0]); i++) {
		sum |= state->filler[i];
		state->filler[i] = -1;
	}
	fx_event("exec %d, state %s", ++execs, sum ? "used" : "zero");
	return PyModule_AddIntConstant(module, "number", execs);
}

FX_DEF(.m_size = sizeof(struct state),
       FX_METHODS({"bump", bump, METH_NOARGS, NULL}),
       FX_SLOTS({Py_mod_exec, run}));

FX_HOOK(FX_NAME)
{
	fx_event("init %d", ++inits);
	return PyModuleDef_Init(&def);
}
