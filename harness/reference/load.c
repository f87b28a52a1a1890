/* From a spec that was read to a module. */
#include "reference.h"

/* the init function's type is what the hook's name promises */
static init_funcptr
find_init(const struct load_info *info, FILE *fp)
{
	return (init_funcptr)find_shared_funcptr(hook_prefix(info), load_info_short_name(info),
						 load_info_path(info), fp);
}

/*
 * Where both hooks are there, the newer one counts, whatever comes of it (PEP 793, "New export
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
		return run_modexport(hook, info, spec);
	if (PyErr_Occurred())
		return NULL;
#endif
	init = find_init(info, fp);
	if (init)
		return run_init(init, info, spec);
	if (!PyErr_Occurred())
		hook_raise_missing(info);
	return NULL;
}
