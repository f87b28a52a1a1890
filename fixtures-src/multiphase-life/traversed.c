/* holds an object in its state, which m_traverse shows to the garbage collector */
#include "fx_multi.h"

struct state {
	PyObject *held;
	int traversed;
};

static int
traverse(PyObject *module, visitproc visit, void *arg)
{
	struct state *state = PyModule_GetState(module);

	if (state) {
		state->traversed = 1;
		Py_VISIT(state->held);
	}
	return 0;
}

static int
clear(PyObject *module)
{
	struct state *state = PyModule_GetState(module);

	fx_event("clear");
	Py_CLEAR(state->held);
	return 0;
}

static void
release(void *module)
{
	struct state *state = PyModule_GetState(module);

	fx_event("free, %s", state->held ? "still holding" : "holding nothing");
}

static PyObject *
traversed(PyObject *module, PyObject *unused)
{
	struct state *state = PyModule_GetState(module);

	return PyBool_FromLong(state->traversed);
}

/* the list holds the module, so only the collector can free both */
static int
run(PyObject *module)
{
	struct state *state = PyModule_GetState(module);

	state->held = Py_BuildValue("[O]", module);
	return state->held ? 0 : -1;
}

FX_MULTI(.m_size = sizeof(struct state),
	 FX_METHODS({"traversed", traversed, METH_NOARGS, NULL}),
	 FX_SLOTS({Py_mod_exec, run}),
	 .m_traverse = traverse,
	 .m_clear = clear,
	 .m_free = release)
