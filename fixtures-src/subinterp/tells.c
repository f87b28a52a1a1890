/* fixture: names=tells,imports_tells,tells_exit */
/*
 * multi-phase for all interpreters; says in which one it is executed, and which one frees it.
 * imports_tells imports tells in its execution slot, tells_exit registers a function for the exit.
 */
#include "interp.h"

#include <string.h>

static PyObject *
leave(PyObject *self, PyObject *unused)
{
	(void)self, (void)unused;
	fx_event("exit of %s", where());
	Py_RETURN_NONE;
}

static int
register_exit(PyObject *module)
{
	PyObject *functions = PyImport_ImportModule("atexit"), *done = NULL;
	PyObject *function = PyObject_GetAttrString(module, "leave");

	if (functions && function)
		done = PyObject_CallMethod(functions, "register", "O", function);
	Py_XDECREF(functions);
	Py_XDECREF(function);
	Py_XDECREF(done);
	return done ? 0 : -1;
}

static int
run(PyObject *module)
{
	PyObject *other;

	fx_event(FX_STR(FX_NAME) ": exec in %s", where());
	if (!strcmp(FX_STR(FX_NAME), "tells_exit"))
		return register_exit(module);
	if (strcmp(FX_STR(FX_NAME), "imports_tells") != 0)
		return 0;
	other = PyImport_ImportModule("tells");
	Py_XDECREF(other);
	return other ? 0 : -1;
}

static void
release(void *module)
{
	(void)module;
	fx_event(FX_STR(FX_NAME) ": free in %s", where());
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
#ifdef Py_mod_multiple_interpreters
	{Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
	FX_NEEDS_NO_GIL,
	{0, NULL}
};

FX_DEF(.m_size = sizeof(long), .m_slots = slots, .m_free = release,
       FX_METHODS({"leave", leave, METH_NOARGS, NULL}));

FX_HOOK(FX_NAME)
{
	fx_event(FX_STR(FX_NAME) ": init");
	return PyModuleDef_Init(&def);
}
