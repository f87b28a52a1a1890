/*
 * The package context. The definition of a single-phase module in a package has only the short
 * name. The loader passes the full name in a variable, which PyModule_Create2 reads. Python
 * versions differ in how a loader can set it.
 */
#include "reference.h"

#if PY_VERSION_HEX < 0x030C0000

/* The headers declare it. cpython:Python/importdl.c:_PyImport_LoadDynamicModuleWithSpec */
PyObject *
context_call(init_funcptr init, const char *name, bool *told)
{
	const char *previous = _Py_PackageContext;
	PyObject *object;

	*told = true;
	_Py_PackageContext = name;
	object = init();
	_Py_PackageContext = previous;
	return object;
}

#elif PY_VERSION_HEX < 0x030F0000

/* no public way to set it */
PyObject *
context_call(init_funcptr init, const char *name, bool *told)
{
	(void)name;
	*told = false;
	return init();
}

#else

/* a running init function */
struct call {
	init_funcptr init;
	PyObject *object;
	PyObject *exception;
	bool done;
};

static _Thread_local struct call *innermost;

/* Keep the result of the init function, and report a failure to the interpreter. */
static PyObject *
intercept(void)
{
	struct call *call = innermost;

	call->object = call->init();
	call->exception = error_take();
	call->done = true;
	PyErr_SetString(PyExc_RuntimeError, "intercepted");
	return NULL;
}

/*
 * PyImport_CreateModuleFromInitfunc sets the context for the function that it is given, for ASCII
 * names and in the main interpreter. intercept keeps it from checking and storing the result.
 * https://docs.python.org/3.15/c-api/import.html#c.PyImport_CreateModuleFromInitfunc
 */
static PyObject *
call_in_context(init_funcptr init, const char *name)
{
	struct call call = { .init = init };
	struct call *outer = innermost;
	PyObject *spec = spec_of_name(name);

	if (!spec)
		return NULL;
	innermost = &call;
	Py_XDECREF(PyImport_CreateModuleFromInitfunc(spec, intercept));
	innermost = outer;
	Py_DECREF(spec);
	if (call.done)
		PyErr_Clear();
	if (call.exception)
		error_restore(call.exception);
	return call.object;
}

static bool
is_ascii(const char *s)
{
	while (*s && (unsigned char)*s < 0x80)
		s++;
	return !*s;
}

/* A name without a dot is set, too: inside another init function it replaces the outer name. */
PyObject *
context_call(init_funcptr init, const char *name, bool *told)
{
	*told = is_ascii(name) && interp_is_main();
	return *told ? call_in_context(init, name) : init();
}

#endif
