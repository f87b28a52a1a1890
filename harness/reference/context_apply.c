/* Where the package context cannot be set: a finished module gets its full name afterwards. */
#include "reference.h"

#include <string.h>

/* true if text is a str equal to s */
static bool
is_string(PyObject *text, const char *s)
{
	return PyUnicode_Check(text) && PyUnicode_CompareWithASCIIString(text, s) == 0;
}

/* if value is a function of module, set its __module__ to the full name; 0, or -1 */
static int
name_function(PyObject *value, PyObject *module, const char *old, PyObject *full)
{
	PyObject *current;
	bool ours;

	if (!PyCFunction_Check(value) || PyCFunction_GetSelf(value) != module)
		return 0;
	current = PyObject_GetAttrString(value, "__module__");
	if (!current)
		return -1;
	ours = is_string(current, old);
	Py_DECREF(current);
	return ours ? PyObject_SetAttrString(value, "__module__", full) : 0;
}

static int
name_module(PyObject *module, const char *old, PyObject *full)
{
	PyObject *dict = PyModule_GetDict(module);
	PyObject *key;
	PyObject *value;
	Py_ssize_t pos = 0;

	if (PyDict_SetItemString(dict, "__name__", full) < 0)
		return -1;
	while (PyDict_Next(dict, &pos, &key, &value)) {
		if (name_function(value, module, old, full) < 0)
			return -1;
	}
	return 0;
}

/* cpython:Python/import.c:_PyImport_ResolveNameWithPackageContext */
int
context_apply(PyObject *module, PyModuleDef *def, const char *name)
{
	const char *dot = strrchr(name, '.');
	PyObject *current;
	PyObject *full;
	int rc;

	if (!dot || !def->m_name || strcmp(def->m_name, dot + 1) != 0)
		return 0;
	current = PyDict_GetItemString(PyModule_GetDict(module), "__name__");
	if (!current || !is_string(current, def->m_name))
		return 0;
	full = PyUnicode_FromString(name);
	if (!full)
		return -1;
	rc = name_module(module, def->m_name, full);
	Py_DECREF(full);
	return rc;
}
