/*
 * Interpreters that are built without a GIL. One is enabled while an export hook runs, and for good
 * if the module does not say that it needs none. No public function enables it, but the interpreter
 * does when it loads a module itself. So the interpreter loads this very file, as a module whose
 * only slot, a create slot, makes the module that is wanted.
 * https://docs.python.org/3/howto/free-threading-extensions.html;
 * cpython:Python/import.c:_imp_create_dynamic_impl, _PyImport_CheckGILForModule
 */
#define _GNU_SOURCE /* dladdr */
#include "reference.h"

#ifdef Py_GIL_DISABLED

#include <dlfcn.h>
#include <string.h>

/* what the create slot is to do */
struct turn {
	maker_funcptr make;
	funcptr hook;
	const struct load_info *info;
	PyObject *spec;
	PyObject *pending; /* owned; the exception that was set before, or NULL */
	PyObject *module;  /* owned; NULL if make failed */
	PyObject *filters; /* owned; the warning filters, while ours is the first */
};

static _Thread_local struct turn *innermost;

/* https://docs.python.org/3/library/warnings.html#the-warnings-filter */
static PyObject *
error_filter(void)
{
	return Py_BuildValue("(sOOOi)", "error", Py_None, PyExc_RuntimeWarning, Py_None, 0);
}

/* the module whose filters count: warnings if it is loaded, else what it is made of */
static PyObject *
warnings_module(PyObject *reference)
{
	PyObject *name = PyUnicode_FromString("warnings");
	PyObject *module = name ? PyImport_GetModule(name) : NULL;

	Py_XDECREF(name);
	PyErr_Clear();
	return module ? module : PyObject_GetAttrString(reference, "own_warnings");
}

/* The warning would name our own module. As an error, it tells that there was no GIL before. */
static int
catch_warning(struct turn *turn)
{
	PyObject *warnings = warnings_module(turn->info->reference);
	PyObject *filter = warnings ? error_filter() : NULL;
	int rc = -1;

	if (filter)
		turn->filters = PyObject_GetAttrString(warnings, "filters");
	if (turn->filters)
		rc = PyList_Insert(turn->filters, 0, filter);
	Py_XDECREF(filter);
	Py_XDECREF(warnings);
	return rc;
}

static void
forget_filter(struct turn *turn)
{
	PyObject *exception = error_take();
	PyObject *filter = error_filter();

	if (filter)
		Py_XDECREF(PyObject_CallMethod(turn->filters, "remove", "(O)", filter));
	Py_XDECREF(filter);
	Py_CLEAR(turn->filters);
	PyErr_Clear();
	if (exception)
		error_restore(exception);
}

/* cpython:Python/import.c:_PyImport_CheckGILForModule */
static int
warn(PyObject *name)
{
	return PyErr_WarnFormat(PyExc_RuntimeWarning, 1,
				"The global interpreter lock (GIL) has been enabled to load "
				"module '%U', which has not declared that it can run safely "
				"without the GIL. To override this behavior and keep the GIL "
				"disabled (at your own risk), run with PYTHON_GIL=0 or -Xgil=0.",
				name);
}

/*
 * What a module says can be set by a public function, but not read. So a new module is told both
 * answers, one after the other; the byte that differs is the one to look at. Its offset, and its
 * value in a module that needs the GIL; 0, or -1 with an exception.
 */
static int
find_answer(Py_ssize_t *offset, unsigned char *needed)
{
	PyObject *probe = PyModule_New("probe");
	unsigned char before[256];
	const unsigned char *bytes = (const unsigned char *)probe;
	Py_ssize_t size = PyModule_Type.tp_basicsize;
	Py_ssize_t i = 0;

	if (!probe)
		return -1;
	if (size > (Py_ssize_t)sizeof(before))
		size = sizeof(before);
	PyUnstable_Module_SetGIL(probe, Py_MOD_GIL_USED);
	memcpy(before, bytes, (size_t)size);
	PyUnstable_Module_SetGIL(probe, Py_MOD_GIL_NOT_USED);
	while (i < size && before[i] == bytes[i])
		i++;
	*offset = i;
	*needed = i < size ? before[i] : 0;
	Py_DECREF(probe);
	if (i == size)
		PyErr_SetString(PyExc_SystemError, "modules do not tell whether they need the GIL");
	return i < size ? 0 : -1;
}

/* An object that is not a module cannot say that it needs no GIL. 1, 0, or -1 with an exception */
static int
needs_gil(PyObject *module)
{
	Py_ssize_t offset;
	unsigned char needed;

	if (!PyModule_Check(module))
		return 1;
	if (find_answer(&offset, &needed) < 0)
		return -1;
	return ((const unsigned char *)module)[offset] == needed;
}

/* The create slot. None is no module either, so the interpreter enables the GIL for good. */
static PyObject *
take_turn(PyObject *spec, PyModuleDef *def)
{
	struct turn *turn = innermost;
	int needs;

	(void)spec;
	(void)def;
	if (turn->pending)
		error_restore(turn->pending);
	turn->pending = NULL;
	turn->module = turn->make(turn->hook, turn->info, turn->spec);
	if (!turn->module)
		return NULL;
	needs = needs_gil(turn->module);
	if (needs == 0)
		return PyModule_New("turn");
	if (needs < 0 || catch_warning(turn) < 0)
		return NULL;
	Py_RETURN_NONE;
}

static PyModuleDef_Slot slots[] = {
	{ Py_mod_create, NULL }, /* take_turn: ISO C wants a cast for a function */
	{ Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED },
	{ Py_mod_gil, Py_MOD_GIL_NOT_USED },
	{ 0, NULL },
};

static PyModuleDef definition = {
	PyModuleDef_HEAD_INIT,
	.m_name = "reference_turn",
	.m_slots = slots,
};

PyMODINIT_FUNC PyInit_reference_turn(void);

PyMODINIT_FUNC
PyInit_reference_turn(void)
{
	*(PyObject *(**)(PyObject *, PyModuleDef *))&slots[0].value = take_turn;
	return PyModuleDef_Init(&definition);
}

/* The file's name as it was loaded: under this name the dynamic linker finds it without a look. */
static PyObject *
spec_of_turn(void)
{
	PyObject *spec = spec_of_name("reference_turn");
	PyObject *file = NULL;
	Dl_info where;

	if (spec && dladdr(&definition, &where))
		file = PyUnicode_DecodeFSDefault(where.dli_fname);
	if (!file || PyModule_AddObjectRef(spec, "origin", file) < 0)
		Py_CLEAR(spec);
	Py_XDECREF(file);
	return spec;
}

/* Was it a warning that the GIL has been enabled? Then give it in the name of the module. */
static void
finish(struct turn *turn, bool done)
{
	bool enabled = !done && turn->filters && PyErr_ExceptionMatches(PyExc_RuntimeWarning);

	if (turn->filters)
		forget_filter(turn);
	if (enabled) {
		PyErr_Clear();
		done = warn(turn->info->name) == 0;
	}
	if (!done)
		Py_CLEAR(turn->module);
}

PyObject *
gil_make(maker_funcptr make, funcptr hook, const struct load_info *info, PyObject *spec)
{
	struct turn turn = { make, hook, info, spec, error_take(), NULL, NULL };
	struct turn *outer = innermost;
	PyObject *own = spec_of_turn();
	PyObject *create = own ? PyObject_GetAttrString(info->reference, "own_loader") : NULL;
	PyObject *done = NULL;

	innermost = &turn;
	if (create)
		done = PyObject_CallFunctionObjArgs(create, own, NULL);
	innermost = outer;
	finish(&turn, done != NULL);
	Py_XDECREF(done);
	Py_XDECREF(create);
	Py_XDECREF(own);
	Py_XDECREF(turn.pending);
	return turn.module;
}

/* when the reference itself is executed, nobody has replaced the interpreter's loader yet */
int
gil_init(PyObject *reference)
{
	PyObject *imp = PyImport_ImportModule("_imp");
	PyObject *warnings = imp ? PyImport_ImportModule("_warnings") : NULL;
	PyObject *create = NULL;
	int rc = warnings ? PyModule_AddObjectRef(reference, "own_warnings", warnings) : -1;

	if (rc == 0)
		create = PyObject_GetAttrString(imp, "create_dynamic");
	rc = create ? PyModule_AddObjectRef(reference, "own_loader", create) : -1;
	Py_XDECREF(create);
	Py_XDECREF(warnings);
	Py_XDECREF(imp);
	return rc;
}

#else

PyObject *
gil_make(maker_funcptr make, funcptr hook, const struct load_info *info, PyObject *spec)
{
	return make(hook, info, spec);
}

int
gil_init(PyObject *reference)
{
	(void)reference;
	return 0;
}

#endif
