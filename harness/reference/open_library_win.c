/* The library's file as a stream, on Windows. */
#include "reference.h"

#include <errno.h>
#include <string.h>

/* Our C library may be another than Python's, which then does not see our errno. */
static void
raise_errno(PyObject *filename)
{
	PyObject *exception = PyObject_CallFunction(PyExc_OSError, "isO", errno, strerror(errno),
						    filename);

	if (exception)
		PyErr_SetObject((PyObject *)Py_TYPE(exception), exception);
	Py_XDECREF(exception);
}

/* fopen takes no name outside of the code page; cpython:Python/fileutils.c:Py_fopen */
FILE *
open_library(const struct load_info *info)
{
	wchar_t *path;
	FILE *fp;

	if (PySys_Audit("open", "Osi", info->filename, "r", 0) < 0)
		return NULL;
	path = PyUnicode_AsWideCharString(info->filename, NULL);
	if (!path)
		return NULL;
	fp = _wfopen(path, L"r");
	if (!fp)
		raise_errno(info->filename);
	PyMem_Free(path);
	return fp;
}
