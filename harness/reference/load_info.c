/* Reads the spec of the module to be loaded. */
#include "reference.h"

#include <string.h>

/* https://docs.python.org/3/library/importlib.html#importlib.machinery.ModuleSpec, name */
static int
take_name(struct load_info *info)
{
	if (!PyUnicode_Check(info->name)) {
		PyErr_SetString(PyExc_TypeError, "module name must be a string");
		return -1;
	}
	info->short_name = hook_encode(info->name, &info->nonascii);
	if (!info->short_name)
		return -1;
	info->utf8 = PyUnicode_AsUTF8(info->name);
	return info->utf8 ? 0 : -1;
}

/* the same page, origin */
static int
take_filename(struct load_info *info)
{
	if (!PyUnicode_Check(info->filename)) {
		PyErr_SetString(PyExc_TypeError, "module filename must be a string");
		return -1;
	}
	info->path = PyUnicode_EncodeFSDefault(info->filename);
	return info->path ? 0 : -1;
}

/*
 * dlopen and dlsym stop at a NUL, so they would take another file or function than the one that
 * was asked for. cpython:Python/import.c:hashtable_key_from_2_strings
 */
static int
refuse_nul(const struct load_info *info)
{
	Py_ssize_t len = PyBytes_GET_SIZE(info->path);

	if (strlen(load_info_path(info)) != (size_t)len)
		goto nul;
	if (!PyUnicode_AsUTF8AndSize(info->name, &len))
		return -1;
	if (strlen(info->utf8) != (size_t)len)
		goto nul;
	return 0;
nul:
	PyErr_SetString(PyExc_ValueError, "embedded null character");
	return -1;
}

/*
 * cpython:Python/importdl.c:_Py_ext_module_loader_info_init_from_spec. Both attributes are read
 * before either is checked.
 */
int
load_info_init(struct load_info *info, PyObject *spec)
{
	memset(info, 0, sizeof(*info));
	info->name = PyObject_GetAttrString(spec, "name");
	if (!info->name)
		goto error;
	info->filename = PyObject_GetAttrString(spec, "origin");
	if (!info->filename)
		goto error;
	if (take_name(info) < 0 || take_filename(info) < 0 || refuse_nul(info) < 0)
		goto error;
	return 0;
error:
	load_info_clear(info);
	return -1;
}

void
load_info_clear(struct load_info *info)
{
	Py_CLEAR(info->name);
	Py_CLEAR(info->filename);
	Py_CLEAR(info->short_name);
	Py_CLEAR(info->path);
}

/* all that https://docs.python.org/3/c-api/module.html#c.PyModule_FromDefAndSpec needs */
PyObject *
spec_of_name(const char *name)
{
	PyObject *spec = PyModule_New("spec");

	if (spec && PyModule_AddStringConstant(spec, "name", name) < 0)
		Py_CLEAR(spec);
	return spec;
}

const char *
load_info_short_name(const struct load_info *info)
{
	return PyBytes_AS_STRING(info->short_name);
}

const char *
load_info_path(const struct load_info *info)
{
	return PyBytes_AS_STRING(info->path);
}
