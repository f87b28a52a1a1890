/* m_size > 0: a counter in the module's own state; reports its first value */
#include "fx.h"

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

FX_DEF(.m_size = sizeof(struct state), FX_METHODS({"bump", bump, METH_NOARGS, NULL}));

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);
	struct state *state = module ? PyModule_GetState(module) : NULL;
	long sum = 0;

	if (!state) {
		fx_event("no state");
		return module;
	}
	for (size_t i = 0; i < sizeof(state->filler) / sizeof(state->filler[0]); i++) {
		sum |= state->filler[i];
		state->filler[i] = -1;
	}
	fx_event("init, state %s", sum || state->bumps ? "used" : "zero");
	return module;
}
