/*
 * The package context: a single-phase module in a package is defined under its short name, and
 * gets its full one from whoever runs its init function, by a variable that PyModule_Create2
 * reads. Releases differ in how far that is within reach.
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

/* out of reach */
PyObject *
context_call(init_funcptr init, const char *name, bool *told)
{
	(void)name;
	*told = false;
	return init();
}

#else

/* an init function that is being run, innermost of its thread */
struct call {
	init_funcptr init;
	PyObject *object;
	PyObject *exception;
	bool done;
};

static _Thread_local struct call *innermost;

/* Keep what the init function gave, and have the interpreter believe that it failed. */
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
 * The interpreter sets the context for an init function that it is handed, for ASCII names and in
 * the main interpreter. It is to do no more than that, or it would judge and keep the result.
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

/* Inside another init function a name without a dot is needed as well: it hides the outer one. */
PyObject *
context_call(init_funcptr init, const char *name, bool *told)
{
	*told = is_ascii(name) && interp_is_main();
	return *told ? call_in_context(init, name) : init();
}

#endif
