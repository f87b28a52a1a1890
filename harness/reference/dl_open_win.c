/* LoadLibraryExW, and its failure as an exception. */
#include "reference.h"

#include <windows.h>

/*
 * Libraries that the module needs come from its own folder, the program's, the folders of
 * os.add_dll_directory and the system's: not from PATH or the working directory.
 * https://docs.python.org/3/library/os.html#os.add_dll_directory;
 * cpython:Python/dynload_win.c:_PyImport_FindSharedFuncptrWindows
 */
static const DWORD search = LOAD_LIBRARY_SEARCH_DEFAULT_DIRS | LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR;

/* Nobody can answer a message box. *error is the reason, if the result is NULL. */
static HMODULE
load_quietly(const wchar_t *path, DWORD *error)
{
	HMODULE library;
	UINT mode = SetErrorMode(SEM_FAILCRITICALERRORS);

	Py_BEGIN_ALLOW_THREADS
	library = LoadLibraryExW(path, NULL, search);
	*error = library ? ERROR_SUCCESS : GetLastError();
	Py_END_ALLOW_THREADS
	SetErrorMode(mode);
	return library;
}

/* the system's text, without the end of line that each has; NULL without an exception: none */
static PyObject *
system_text(DWORD error)
{
	wchar_t text[256];
	DWORD length = FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS,
				      NULL, error, MAKELANGID(LANG_NEUTRAL, SUBLANG_DEFAULT), text,
				      sizeof(text) / sizeof(*text), NULL);

	if (length == 0)
		return NULL;
	if (length >= 2 && text[length - 2] == '\r' && text[length - 1] == '\n')
		length -= 2;
	return PyUnicode_FromWideChar(text, (Py_ssize_t)length);
}

static PyObject *
message_of(DWORD error, const char *shortname)
{
	PyObject *text = system_text(error);
	PyObject *message = NULL;

	if (text)
		message = PyUnicode_FromFormat("DLL load failed while importing %s: %U", shortname,
					       text);
	else if (!PyErr_Occurred())
		message = PyUnicode_FromFormat("DLL load failed with error code %u while importing "
					       "%s", (unsigned)error, shortname);
	Py_XDECREF(text);
	return message;
}

/* `name` is the short name; cpython:Python/dynload_win.c, same function as above */
static void
raise_error(DWORD error, const char *shortname, PyObject *path)
{
	PyObject *message = message_of(error, shortname);
	PyObject *name = message ? PyUnicode_FromString(shortname) : NULL;

	if (name)
		PyErr_SetImportError(message, name, path);
	Py_XDECREF(name);
	Py_XDECREF(message);
}

/* never freed, since objects of the library may live on */
void *
dl_open(const char *shortname, const char *pathname)
{
	PyObject *path = PyUnicode_DecodeFSDefault(pathname);
	wchar_t *wide = path ? PyUnicode_AsWideCharString(path, NULL) : NULL;
	HMODULE library = NULL;
	DWORD error;

	if (wide) {
		library = load_quietly(wide, &error);
		if (!library)
			raise_error(error, shortname, path);
	}
	PyMem_Free(wide);
	Py_XDECREF(path);
	return library;
}
