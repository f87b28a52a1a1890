/* Interpreters: the current one, the switch to the main one and back, what one refuses. */
#include "reference.h"

static PyInterpreterState *
current(void)
{
#if PY_VERSION_HEX >= 0x03090000
	return PyInterpreterState_Get();
#else
	return PyThreadState_Get()->interp;
#endif
}

/* https://docs.python.org/3/c-api/init.html#c.PyInterpreterState_Main */
bool
interp_is_main(void)
{
	return current() == PyInterpreterState_Main();
}

/*
 * The state by which the thread first met Python, if it was in interp. Up to 3.11 a debug build
 * does not let it have another one there. cpython:Python/pystate.c:_PyThreadState_Swap (3.11)
 */
static PyThreadState *
own_state(PyInterpreterState *interp)
{
#if PY_VERSION_HEX < 0x030C0000
	PyThreadState *state = PyGILState_GetThisThreadState();

	return state && state->interp == interp ? state : NULL;
#else
	(void)interp;
	return NULL;
#endif
}

/* cpython:Python/import.c:switch_to_main_interpreter */
PyThreadState *
interp_switch_to_main(void)
{
	PyInterpreterState *interp = PyInterpreterState_Main();
	PyThreadState *state = own_state(interp);

	if (!state)
		state = PyThreadState_New(interp);
	if (!state) {
		PyErr_NoMemory();
		return NULL;
	}
	return PyThreadState_Swap(state);
}

/*
 * An exception cannot cross interpreters, so it is printed.
 * cpython:Python/import.c:import_run_extension, switch_back_from_main_interpreter
 */
void
interp_back(PyThreadState *previous, PyObject *object)
{
	PyThreadState *state = PyThreadState_Get();

	if (PyErr_Occurred()) {
#if PY_VERSION_HEX >= 0x030D0000
		PyErr_FormatUnraisable("Exception while importing from subinterpreter");
#else
		PyErr_WriteUnraisable(NULL);
#endif
	}
	Py_XDECREF(object);
	if (state == own_state(PyInterpreterState_Main())) {
		PyThreadState_Swap(previous);
		return;
	}
	PyThreadState_Clear(state);
	PyThreadState_Swap(previous);
	PyThreadState_Delete(state);
}

#if PY_VERSION_HEX >= 0x030C0000
/*
 * There is no public way to ask whether an interpreter accepts modules without support for
 * subinterpreters. But it refuses a multi-phase module that declares no support, and that message
 * fits. https://docs.python.org/3/c-api/module.html#c.Py_mod_multiple_interpreters;
 * cpython:Python/import.c:_PyImport_CheckSubinterpIncompatibleExtensionAllowed
 */
static int
refused(const char *name)
{
	static PyModuleDef_Slot slots[] = {
		{ Py_mod_multiple_interpreters, Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED },
		{ 0, NULL },
	};
	static PyModuleDef probe = {
		PyModuleDef_HEAD_INIT,
		.m_name = "probe",
		.m_slots = slots,
	};
	PyObject *spec = spec_of_name(name);
	PyObject *module;

	if (!spec)
		return -1;
	module = PyModule_FromDefAndSpec(&probe, spec);
	Py_DECREF(spec);
	if (!module)
		return -1;
	Py_DECREF(module);
	return 0;
}
#endif

/* PEP 684, "Restricting Extension Modules" */
int
interp_check_single_phase(const char *name)
{
#if PY_VERSION_HEX >= 0x030C0000
	if (!interp_is_main())
		return refused(name);
#else
	(void)name;
#endif
	return 0;
}
