/* dlopen with the interpreter's flags, and its failure as an exception. */
#include "reference.h"

#include <dlfcn.h>

/*
 * They belong to the interpreter and may change at any time, so they are asked for at each load.
 * https://docs.python.org/3/library/sys.html#sys.setdlopenflags
 */
static int
interpreter_flags(int *flags)
{
	PyObject *get = PySys_GetObject("getdlopenflags");
	PyObject *value;
	long n;

	if (!get) {
		/* NULL has no reason; if a second call succeeds, memory was short */
		PyErr_SetString(PySys_GetObject("getdlopenflags") ? PyExc_MemoryError
				: PyExc_RuntimeError, "lost sys.getdlopenflags");
		return -1;
	}
	value = PyObject_CallObject(get, NULL);
	if (!value)
		return -1;
	n = PyLong_AsLong(value);
	Py_DECREF(value);
	if (n == -1 && PyErr_Occurred())
		return -1;
	*flags = (int)n;
	return 0;
}

/*
 * The message is dlerror's text alone. `name` is the short name, `path` is the path that dlopen
 * was given. cpython:Python/dynload_shlib.c:_PyImport_FindSharedFuncptr
 */
static void
raise_error(const char *error, const char *shortname, const char *pathname)
{
	PyObject *message = PyUnicode_DecodeLocale(error, "surrogateescape");
	PyObject *name = message ? PyUnicode_FromString(shortname) : NULL;
	PyObject *path = name ? PyUnicode_DecodeFSDefault(pathname) : NULL;

	if (path)
		PyErr_SetImportError(message, name, path);
	Py_XDECREF(path);
	Py_XDECREF(name);
	Py_XDECREF(message);
}

/* dlopen(3), dlerror(3); never closed, since objects of the library may live on */
void *
dl_open(const char *shortname, const char *pathname)
{
	void *handle;
	const char *error;
	int flags;

	if (interpreter_flags(&flags) < 0)
		return NULL;
	handle = dlopen(pathname, flags);
	if (!handle) {
		error = dlerror();
		raise_error(error ? error : "unknown dlopen() error", shortname, pathname);
	}
	return handle;
}
