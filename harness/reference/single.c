/* Single-phase modules: https://docs.python.org/3/c-api/extension-modules.html#single-phase */
#include "reference.h"

/*
 * m_size -1: restore the contents after the first initialization, into the module of that name in
 * sys.modules if there is one. https://docs.python.org/3/c-api/module.html#c.PyModuleDef.m_size;
 * cpython:Python/import.c:reload_singlephase_extension
 */
static PyObject *
from_copy(PyModuleDef *def, const struct load_info *info)
{
	PyObject *copy = def->m_base.m_copy;
	PyObject *module;
	int rc;

	if (!copy)
		return NULL;
	module = PyImport_AddModuleObject(info->name);
	if (!module)
		return NULL;
	Py_INCREF(module);
	Py_INCREF(copy);
	rc = PyDict_Update(PyModule_GetDict(module), copy);
	Py_DECREF(copy);
	if (rc < 0)
		Py_CLEAR(module);
	return module;
}

/* A failure is no error: a module works without __file__. cpython, same function as above */
static void
set_file(PyObject *module, PyObject *filename)
{
	if (PyDict_SetItemString(PyModule_GetDict(module), "__file__", filename) < 0)
		PyErr_Clear();
}

/* Other sizes: the init function makes a new module each time. Sources as for from_copy */
static PyObject *
from_init(PyModuleDef *def, const struct load_info *info)
{
	init_funcptr init = def->m_base.m_init;
	struct result r;

	if (!init)
		return NULL;
	if (result_of_init(&r, init, info) < 0) {
		result_raise(&r, info->utf8);
		return NULL;
	}
	set_file(r.module, info->filename);
	return r.module;
}

/* PyState_AddModule ends the process if the module is registered already */
static int
register_by_index(PyObject *module, PyModuleDef *def)
{
	if (PyState_FindModule(def) == module)
		return 0;
	return PyState_AddModule(module, def);
}

/*
 * sys.modules and PyState_FindModule know the module before its loader returns.
 * cpython:Python/import.c:finish_singlephase_extension
 */
int
single_finish(PyObject *module, PyModuleDef *def, const struct load_info *info)
{
	if (register_by_index(module, def) < 0)
		return -1;
	return PyObject_SetItem(PyImport_GetModuleDict(), info->name, module);
}

/* cpython:Python/import.c:reload_singlephase_extension */
PyObject *
single_reload(struct cached *cached, const struct load_info *info)
{
	PyModuleDef *def = cached->def;
	PyObject *module;

	if (interp_check_single_phase(info->utf8) < 0)
		return NULL;
	module = def->m_size == -1 ? from_copy(def, info) : from_init(def, info);
	if (module && single_finish(module, def, info) < 0)
		Py_CLEAR(module);
	return module;
}

/* cpython:Python/import.c:import_run_extension, update_global_state_for_extension */
struct cached *
single_remember(struct result *r, init_funcptr init, const struct load_info *info,
		PyObject *filename)
{
	set_file(r->module, filename);
	if (r->def->m_size == -1)
		return cache_add(info, r->def, NULL, PyModule_GetDict(r->module));
	return cache_add(info, r->def, init, NULL);
}
