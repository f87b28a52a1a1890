/*
 * create(NAME, PATH), first(NAME, PATH), exec(NAME, PATH), again(NAME, PATH): repeat a step. In
 * the first try the first allocation fails, in the second try the second one, and so on until no
 * allocation fails. Each returns the list of the different outcomes.
 *
 * create: _imp.create_dynamic, until it succeeds, even if it succeeds despite a failed
 * allocation; a failed try must leave no entry in sys.modules. first: the same, but it does not
 * stop at a success; each try uses another package, so that each is a first load. exec:
 * _imp.exec_dynamic of a new module. again: _imp.create_dynamic after one success.
 * https://docs.python.org/3/c-api/memory.html#customize-memory-allocators
 */
#include "fx.h"

#ifndef PYPY_VERSION

enum { LIMIT = 5000 }; /* more than any loader needs */

static PyMemAllocatorEx own[3];
static long left = -1; /* allocations that succeed before one fails; -1: all do */
static int failed;

static int
fails(void)
{
	if (left < 0)
		return 0;
	if (left-- > 0)
		return 0;
	failed = 1;
	return 1;
}

static void *
hooked_malloc(void *ctx, size_t size)
{
	PyMemAllocatorEx *a = ctx;

	return fails() ? NULL : a->malloc(a->ctx, size);
}

static void *
hooked_calloc(void *ctx, size_t n, size_t size)
{
	PyMemAllocatorEx *a = ctx;

	return fails() ? NULL : a->calloc(a->ctx, n, size);
}

static void *
hooked_realloc(void *ctx, void *p, size_t size)
{
	PyMemAllocatorEx *a = ctx;

	return fails() ? NULL : a->realloc(a->ctx, p, size);
}

static void
hooked_free(void *ctx, void *p)
{
	PyMemAllocatorEx *a = ctx;

	a->free(a->ctx, p);
}

static void
hook_allocators(void)
{
	static const PyMemAllocatorDomain domains[] = {
		PYMEM_DOMAIN_RAW, PYMEM_DOMAIN_MEM, PYMEM_DOMAIN_OBJ
	};

	for (size_t i = 0; i < 3; i++) {
		PyMemAllocatorEx hooked = {
			&own[i], hooked_malloc, hooked_calloc, hooked_realloc, hooked_free
		};

		PyMem_GetAllocator(domains[i], &own[i]);
		PyMem_SetAllocator(domains[i], &hooked);
	}
}

/* FUNCTION of the module NAME, which must exist */
static PyObject *
function_of(const char *name, const char *function)
{
	PyObject *module = PyImport_ImportModule(name), *found;

	if (!module)
		return NULL;
	found = PyObject_GetAttrString(module, function);
	Py_DECREF(module);
	return found;
}

static PyObject *
call(PyObject *function, PyObject *argument, long after)
{
	PyObject *result;

	failed = 0;
	left = after;
	result = PyObject_CallFunctionObjArgs(function, argument, NULL);
	left = -1;
	return result;
}

static PyObject *
make_spec(const char *name, const char *path)
{
	PyObject *class = function_of("importlib.machinery", "ModuleSpec"), *spec;

	if (!class)
		return NULL;
	spec = PyObject_CallFunction(class, "sO", name, Py_None);
	Py_DECREF(class);
	if (spec) {
		PyObject *origin = PyUnicode_FromString(path);

		if (!origin || PyObject_SetAttrString(spec, "origin", origin) < 0)
			Py_CLEAR(spec);
		Py_XDECREF(origin);
	}
	return spec;
}

/* 1: NAME was in sys.modules, 0: it was not, -1: an exception */
static int
forget(const char *name)
{
	PyObject *modules = PyImport_GetModuleDict();

	if (!PyDict_GetItemString(modules, name))
		return 0;
	return PyDict_DelItemString(modules, name) < 0 ? -1 : 1;
}

static int
note(PyObject *outcomes, const char *outcome, const char *more)
{
	PyObject *text = PyUnicode_FromFormat("%s%s", outcome, more);
	int known = text ? PySequence_Contains(outcomes, text) : -1;

	if (!known && PyList_Append(outcomes, text) < 0)
		known = -1;
	Py_XDECREF(text);
	return known < 0 ? -1 : 0;
}

struct work {
	enum step { CREATE, FIRST, EXEC, AGAIN } step;
	const char *name, *path;
	char full_name[128];
	PyObject *create, *exec;
	PyObject *outcomes;
};

/* the argument of the step: a spec or a module */
static PyObject *
prepare(const struct work *w)
{
	PyObject *spec = make_spec(w->full_name, w->path), *module;

	if (!spec || w->step != EXEC)
		return spec;
	module = call(w->create, spec, -1);
	Py_DECREF(spec);
	return module;
}

/* note the outcome of a try; 1: it was the last try */
static int
judge(const struct work *w, PyObject *result)
{
	const char *outcome = "done", *more = "";
	PyObject *type, *value, *traceback;
	int status;

	PyErr_Fetch(&type, &value, &traceback);
	status = forget(w->full_name);
	if (!result) {
		outcome = type ? ((PyTypeObject *)type)->tp_name : "no exception";
		more = status && w->step <= FIRST ? ", left in sys.modules" : "";
	}
	if (status >= 0)
		status = note(w->outcomes, outcome, more);
	Py_XDECREF(type);
	Py_XDECREF(value);
	Py_XDECREF(traceback);
	return status < 0 ? -1 : !failed || (result && w->step == CREATE);
}

static int
attempt(const struct work *w, long after)
{
	PyObject *argument = prepare(w), *result;
	int last;

	if (!argument)
		return -1;
	result = call(w->step == EXEC ? w->exec : w->create, argument, after);
	last = judge(w, result);
	Py_XDECREF(result);
	Py_DECREF(argument);
	return last;
}

static int
load_once(const struct work *w)
{
	PyObject *spec = make_spec(w->full_name, w->path);
	PyObject *module = spec ? call(w->create, spec, -1) : NULL;

	Py_XDECREF(spec);
	Py_XDECREF(module);
	return module && forget(w->full_name) >= 0 ? 0 : -1;
}

static PyObject *
repeat(enum step step, PyObject *args)
{
	struct work w = {.step = step};
	int last = -1;

	w.create = function_of("_imp", "create_dynamic");
	w.exec = function_of("_imp", "exec_dynamic");
	w.outcomes = PyList_New(0);
	if (w.create && w.exec && w.outcomes && PyArg_ParseTuple(args, "ss", &w.name, &w.path)) {
		snprintf(w.full_name, sizeof(w.full_name), "%s", w.name);
		last = step == AGAIN ? load_once(&w) : 0;
	}
	for (long after = 0; !last && after < LIMIT; after++) {
		if (step == FIRST)
			snprintf(w.full_name, sizeof(w.full_name), "p%ld.%s", after, w.name);
		last = attempt(&w, after);
	}
	Py_XDECREF(w.create);
	Py_XDECREF(w.exec);
	if (last < 0)
		Py_CLEAR(w.outcomes);
	return w.outcomes;
}

static PyObject *
create(PyObject *self, PyObject *args)
{
	(void)self;
	return repeat(CREATE, args);
}

static PyObject *
first(PyObject *self, PyObject *args)
{
	(void)self;
	return repeat(FIRST, args);
}

static PyObject *
exec(PyObject *self, PyObject *args)
{
	(void)self;
	return repeat(EXEC, args);
}

static PyObject *
again(PyObject *self, PyObject *args)
{
	(void)self;
	return repeat(AGAIN, args);
}

static PyMethodDef functions[] = {
	{"create", create, METH_VARARGS, NULL},
	{"first", first, METH_VARARGS, NULL},
	{"exec", exec, METH_VARARGS, NULL},
	{"again", again, METH_VARARGS, NULL},
	{NULL, NULL, 0, NULL}
};

#endif

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_size = -1,
#ifndef PYPY_VERSION
	.m_methods = functions
#endif
};

FX_HOOK(FX_NAME)
{
#ifndef PYPY_VERSION
	static int hooked;
	PyObject *gc = function_of("gc", "disable"), *none;

	/* the collector could run in a step, with its own allocations */
	none = gc ? PyObject_CallObject(gc, NULL) : NULL;
	Py_XDECREF(gc);
	if (!none)
		return NULL;
	Py_DECREF(none);
	if (!hooked++)
		hook_allocators();
#endif
	return PyModule_Create(&def);
}
