/* holds an object in its state, which the traverse slot shows to the garbage collector */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
struct state {
	PyObject *held;
	int traversed;
};

static int
traverse(PyObject *module, visitproc visit, void *arg)
{
	struct state *state = PyModule_GetState(module);

	state->traversed = 1;
	Py_VISIT(state->held);
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

static PyMethodDef methods[] = {
	{"traversed", traversed, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL},
};

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_STATIC_DATA(Py_mod_methods, methods),
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_SIZE(Py_mod_state_size, sizeof(struct state)),
	PySlot_FUNC(Py_mod_state_traverse, traverse),
	PySlot_FUNC(Py_mod_state_clear, clear),
	PySlot_FUNC(Py_mod_state_free, release),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	return slots;
}
#endif
