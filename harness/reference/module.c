/* The extension module: the two functions that an import system calls. */
#include "reference.h"

#include <errno.h>

/* sys.flags.verbose, false if it cannot be had; cpython:Python/import.c:import_find_extension */
static bool
is_verbose(void)
{
	PyObject *flags = PySys_GetObject("flags");
	PyObject *verbose = flags ? PyObject_GetAttrString(flags, "verbose") : NULL;
	bool result = verbose && PyObject_IsTrue(verbose) > 0;

	Py_XDECREF(verbose);
	PyErr_Clear();
	return result;
}

/*
 * Make a module again that was loaded before; NULL without an exception if it was not, or if it
 * cannot be made again. cpython:Python/import.c:import_find_extension, _imp_create_dynamic_impl
 */
static PyObject *
load_again(const struct load_info *info)
{
	struct cached *cached = cache_find(info);
	PyObject *module;

	if (!cached)
		return NULL;
	module = single_reload(cached, info);
	if (module && is_verbose())
		PySys_FormatStderr("import %U # previously loaded (%R)\n", info->name,
				   info->filename);
	if (!module && !PyErr_Occurred())
		cache_delete(cached);
	return module;
}

#ifndef _WIN32
/* like open(), with its audit event; cpython:Python/fileutils.c:Py_fopen */
static FILE *
open_library(const struct load_info *info)
{
	FILE *fp;

	if (PySys_Audit("open", "Osi", info->filename, "r", 0) < 0)
		return NULL;
	fp = fopen(load_info_path(info), "r");
	if (!fp)
		PyErr_SetFromErrnoWithFilenameObject(PyExc_OSError, info->filename);
	return fp;
}
#endif

/* If the caller gives a file, of any type, the library is opened. _imp_create_dynamic_impl */
static PyObject *
load_first(const struct load_info *info, PyObject *spec, bool want_file)
{
	PyObject *module;
	FILE *fp = NULL;

	if (want_file) {
		fp = open_library(info);
		if (!fp)
			return NULL;
	}
	module = load_dynamic_module_with_spec(info, spec, fp);
	if (fp)
		fclose(fp);
	return module;
}

/*
 * https://docs.python.org/3/library/audit_events.html: a module from the cache raises no event; any
 * other raises it before its file is touched. cpython:Python/import.c:_imp_create_dynamic
 */
static PyObject *
create_dynamic(PyObject *self, PyObject *args)
{
	PyObject *spec;
	PyObject *file = Py_None;
	PyObject *module;
	struct load_info info;

	if (!PyArg_UnpackTuple(args, "create_dynamic", 1, 2, &spec, &file))
		return NULL;
	if (load_info_init(&info, spec) < 0)
		return NULL;
	info.reference = self;
	module = load_again(&info);
	if (!module && !PyErr_Occurred() &&
	    PySys_Audit("import", "OOOOO", info.name, info.filename, Py_None, Py_None,
			Py_None) == 0)
		module = load_first(&info, spec, file != Py_None);
	load_info_clear(&info);
	return module;
}

/*
 * A module with a state was executed already. An object that is not a module, or a module without
 * slots, has nothing to execute. cpython:Python/import.c:exec_builtin_or_dynamic
 */
static int
execute(PyObject *module)
{
	PyModuleDef *def;

	if (!PyModule_Check(module) || PyModule_GetState(module))
		return 0;
	def = PyModule_GetDef(module);
	if (def)
		return PyModule_ExecDef(module, def);
#if HAVE_MODEXPORT
	return PyModule_Exec(module);
#else
	return 0;
#endif
}

/* https://docs.python.org/3/reference/import.html#loaders: exec_module */
static PyObject *
exec_dynamic(PyObject *self, PyObject *module)
{
	(void)self;
	return execute(module) < 0 ? NULL : PyLong_FromLong(0);
}

static PyMethodDef methods[] = {
	{ "create_dynamic", create_dynamic, METH_VARARGS,
	  "create_dynamic(spec, file=None): make the extension module that spec describes" },
	{ "exec_dynamic", exec_dynamic, METH_O,
	  "exec_dynamic(module): run what is left of a module's initialization" },
	{ NULL, NULL, 0, NULL },
};

/* Some interpreters accept only modules that declare support for them. */
static PyModuleDef_Slot slots[] = {
	{ Py_mod_exec, NULL }, /* gil_init: ISO C wants a cast for a function */
#ifdef Py_mod_multiple_interpreters
	{ Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED },
#endif
#ifdef Py_mod_gil
	{ Py_mod_gil, Py_MOD_GIL_NOT_USED },
#endif
	{ 0, NULL },
};

static PyModuleDef definition = {
	PyModuleDef_HEAD_INIT,
	.m_name = "reference",
	.m_doc = "The reference loader of extension modules.",
	.m_methods = methods,
	.m_slots = slots,
};

PyMODINIT_FUNC PyInit_reference(void);

PyMODINIT_FUNC
PyInit_reference(void)
{
	*(int (**)(PyObject *))&slots[0].value = gil_init;
	return PyModuleDef_Init(&definition);
}
