/* Runs an export hook and makes a module from its result. */
#include "reference.h"

/* the part that runs in the main interpreter; 0, or -1 with an exception */
static int
initialize(struct result *r, struct cached **cached, init_funcptr init,
	   const struct load_info *info, PyObject *filename)
{
	if (result_of_init(r, init, info) < 0) {
		result_raise(r, load_info_short_name(info));
		return -1;
	}
	if (r->kind == RESULT_MULTIPHASE)
		return 0;
	*cached = single_remember(r, init, info, filename);
	if (!*cached)
		Py_CLEAR(r->module);
	return *cached ? 0 : -1;
}

/* info->filename belongs to a subinterpreter; the main one must not keep its objects. */
static int
initialize_with_copy(struct result *r, struct cached **cached, init_funcptr init,
		     const struct load_info *info)
{
	PyObject *filename = PyUnicode_DecodeFSDefault(load_info_path(info));
	int rc;

	if (!filename)
		return -1;
	rc = initialize(r, cached, init, info, filename);
	Py_DECREF(filename);
	return rc;
}

/*
 * An init function may keep objects in its library's variables, where later interpreters find
 * them. So it first runs in the main interpreter, which lives longest.
 * cpython:Python/import.c:import_run_extension
 */
static int
initialize_in_main(struct result *r, struct cached **cached, init_funcptr init,
		   const struct load_info *info)
{
	PyThreadState *previous;
	int rc;

	if (interp_is_main())
		return initialize(r, cached, init, info, info->filename);
	previous = interp_switch_to_main();
	if (!previous)
		return -1;
	rc = initialize_with_copy(r, cached, init, info);
	interp_back(previous, r->module);
	r->module = NULL;
	if (rc < 0)
		PyErr_SetString(PyExc_ImportError,
				"failed to import from subinterpreter due to exception");
	return rc;
}

/* the single-phase module for this interpreter; cpython:Python/import.c:import_run_extension */
static PyObject *
finish(struct result *r, struct cached *cached, const struct load_info *info)
{
	if (interp_check_single_phase(load_info_short_name(info)) < 0)
		goto error;
	if (!r->module)
		return single_reload(cached, info);
	if (single_finish(r->module, r->def, info) < 0)
		goto error;
	return r->module;
error:
	Py_CLEAR(r->module);
	return NULL;
}

/* PEP 489, "The proposal"; cpython:Python/import.c:import_run_extension */
PyObject *
run_init(init_funcptr init, const struct load_info *info, PyObject *spec)
{
	struct result r = { .kind = RESULT_NULL };
	struct cached *cached = NULL;

	if (initialize_in_main(&r, &cached, init, info) < 0)
		return NULL;
	if (r.kind == RESULT_MULTIPHASE)
		return PyModule_FromDefAndSpec(r.def, spec);
	return finish(&r, cached, info);
}
