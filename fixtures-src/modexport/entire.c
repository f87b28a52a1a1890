/*
 * A module with every usual slot in an unusual order: name, doc, state with its functions,
 * methods, exec.
 */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
struct state {
	long count;
};

static PyObject *
next(PyObject *module, PyObject *unused)
{
	struct state *state = PyModule_GetState(module);

	return PyLong_FromLong(++state->count);
}

static PyMethodDef methods[] = {
	{"next", next, METH_NOARGS, "counts in the module's state"},
	{NULL, NULL, 0, NULL},
};

static int
run(PyObject *module)
{
	struct state *state = PyModule_GetState(module);

	fx_event("exec, state %ld", state ? state->count : -1);
	return 0;
}

/* reports nothing, since the time of a collection is not fixed */
static int
traverse(PyObject *module, visitproc visit, void *arg)
{
	return 0;
}

static int
clear(PyObject *module)
{
	return 0;
}

static void
destroy(void *module)
{
	struct state *state = PyModule_GetState(module);

	fx_event("free, state %ld", state ? state->count : -1);
}

static PySlot slots[] = {
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_STATIC_DATA(Py_mod_methods, methods),
	PySlot_FUNC(Py_mod_state_free, destroy),
	PySlot_FUNC(Py_mod_state_clear, clear),
	PySlot_FUNC(Py_mod_state_traverse, traverse),
	PySlot_SIZE(Py_mod_state_size, sizeof(struct state)),
	PySlot_STATIC_DATA(Py_mod_doc, "what the module is for"),
	PySlot_STATIC_DATA(Py_mod_name, "of_the_slots"),
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	fx_event("hook");
	return slots;
}
#endif
