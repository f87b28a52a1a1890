/* The name of the export hook. */
#include "reference.h"

#include <string.h>

/* what follows the last dot; cpython:Python/importdl.c:get_encoded_name */
static PyObject *
last_component(PyObject *name)
{
	Py_ssize_t length = PyUnicode_GetLength(name);
	Py_ssize_t dot;

	if (length < 0)
		return NULL;
	dot = PyUnicode_FindChar(name, '.', 0, length, -1);
	if (dot < -1)
		return NULL;
	return PyUnicode_Substring(name, dot + 1, length);
}

/* No identifier of C can hold a hyphen. PEP 489, "Export Hook Name" */
static PyObject *
without_hyphens(PyObject *encoded)
{
	Py_ssize_t length = PyBytes_GET_SIZE(encoded);
	PyObject *copy = PyBytes_FromStringAndSize(NULL, length);
	char *p;

	if (!copy)
		return NULL;
	p = PyBytes_AS_STRING(copy);
	memcpy(p, PyBytes_AS_STRING(encoded), (size_t)length);
	for (; length > 0; length--, p++) {
		if (*p == '-')
			*p = '_';
	}
	return copy;
}

/* PEP 489, "Export Hook Name"; cpython:Python/importdl.c:get_encoded_name */
PyObject *
hook_encode(PyObject *name, bool *nonascii)
{
	PyObject *last = last_component(name);
	PyObject *encoded;
	PyObject *result = NULL;

	if (!last)
		return NULL;
	*nonascii = false;
	encoded = PyUnicode_AsEncodedString(last, "ascii", NULL);
	if (!encoded && PyErr_ExceptionMatches(PyExc_UnicodeEncodeError)) {
		PyErr_Clear();
		*nonascii = true;
		encoded = PyUnicode_AsEncodedString(last, "punycode", NULL);
	}
	if (encoded)
		result = without_hyphens(encoded);
	Py_XDECREF(encoded);
	Py_DECREF(last);
	return result;
}

/* PEP 489, "Export Hook Name" */
const char *
hook_prefix(const struct load_info *info)
{
	return info->nonascii ? "PyInitU" : "PyInit";
}

/* https://docs.python.org/3.15/c-api/extension-modules.html#export-hook */
const char *
hook_modexport_prefix(const struct load_info *info)
{
	return info->nonascii ? "PyModExportU" : "PyModExport";
}

/*
 * Only the first 20 bytes of the prefix and the first 200 of the name count. A function of the cut
 * name is accepted. cpython:Python/dynload_shlib.c:_PyImport_FindSharedFuncptr
 */
void
hook_symbol(char symbol[SYMBOL_SIZE], const char *prefix, const char *shortname)
{
	snprintf(symbol, SYMBOL_SIZE, "%.20s_%.200s", prefix, shortname);
}

/* the hooks that were looked for, uncut; cpython:Python/importdl.c, same function as below */
static PyObject *
missing_message(const struct load_info *info)
{
	const char *name = load_info_short_name(info);

#if HAVE_MODEXPORT
	return PyUnicode_FromFormat("dynamic module does not define module export function "
				    "(%s_%s or %s_%s)",
				    hook_modexport_prefix(info), name, hook_prefix(info), name);
#else
	return PyUnicode_FromFormat("dynamic module does not define module export function "
				    "(%s_%s)",
				    hook_prefix(info), name);
#endif
}

/* cpython:Python/importdl.c:_PyImport_GetModInitFunc (3.15: _PyImport_GetModuleExportHooks) */
void
hook_raise_missing(const struct load_info *info)
{
	PyObject *message = missing_message(info);

	if (!message)
		return;
	PyErr_SetImportError(message, info->name, info->filename);
	Py_DECREF(message);
}
