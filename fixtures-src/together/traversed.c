/* Its state is filled after the gate "traversed"; a collection before that finds it empty. */
#include "fx_gate.h"
#include "fx_multi.h"

static int
traverse(PyObject *module, visitproc visit, void *arg)
{
	PyObject **state = PyModule_GetState(module);

	if (state)
		Py_VISIT(*state);
	return 0;
}

static int
clear(PyObject *module)
{
	PyObject **state = PyModule_GetState(module);

	if (state)
		Py_CLEAR(*state);
	return 0;
}

static int
run(PyObject *module)
{
	PyObject **state = PyModule_GetState(module);

	fx_gate_released("traversed");
	fx_event("state %s", *state ? "filled" : "empty");
	*state = PyDict_New();
	return *state ? PyModule_AddIntConstant(module, "answer", 42) : -1;
}

FX_MULTI(.m_size = sizeof(PyObject *), .m_traverse = traverse, .m_clear = clear,
	 FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
