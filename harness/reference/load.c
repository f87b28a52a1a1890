/* Finds the export hook of a module and has it run. */
#include "reference.h"

/* the prefix of the hook tells the type of the function */
static init_funcptr
find_init(const struct load_info *info, FILE *fp)
{
	return (init_funcptr)find_shared_funcptr(hook_prefix(info), load_info_short_name(info),
						 load_info_path(info), fp);
}

static PyObject *
make_by_init(funcptr hook, const struct load_info *info, PyObject *spec)
{
	return run_init((init_funcptr)hook, info, spec);
}

/*
 * If a library has both hooks, only the newer one is used, even if it fails (PEP 793, "New export
 * hook"). cpython:Python/importdl.c:_PyImport_GetModInitFunc (3.15:
 * _PyImport_GetModuleExportHooks)
 */
PyObject *
load_dynamic_module_with_spec(const struct load_info *info, PyObject *spec, FILE *fp)
{
	init_funcptr init;

#if HAVE_MODEXPORT
	funcptr hook = find_shared_funcptr(hook_modexport_prefix(info),
					   load_info_short_name(info), load_info_path(info), fp);

	if (hook)
		return gil_make(run_modexport, hook, info, spec);
	if (PyErr_Occurred())
		return NULL;
#endif
	init = find_init(info, fp);
	if (init)
		return gil_make(make_by_init, (funcptr)init, info, spec);
	if (!PyErr_Occurred())
		hook_raise_missing(info);
	return NULL;
}
