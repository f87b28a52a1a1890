/* From a path and a name to a function, on Windows. */
#include "reference.h"

#include <string.h>
#include <windows.h>

/*
 * A module that was built for another Python would bring that Python with it. Nothing keeps an
 * object of the file that is given back: none of its functions was called.
 * cpython:Python/dynload_win.c:_PyImport_FindSharedFuncptrWindows
 */
static int
refuse_conflict(HMODULE library)
{
	char own[sizeof("python99999.dll")];
	const char *other = python_import(library);

	snprintf(own, sizeof(own), "python%d%d.dll", PY_MAJOR_VERSION, PY_MINOR_VERSION);
	if (!other || _stricmp(other, own) == 0)
		return 0;
	PyErr_Format(PyExc_ImportError,
		     "Module use of %.150s conflicts with this version of Python.", other);
	Py_BEGIN_ALLOW_THREADS
	FreeLibrary(library);
	Py_END_ALLOW_THREADS
	return -1;
}

/* any function has the type FARPROC until it is cast; that the casts differ is what is wanted */
static funcptr
function_in(HMODULE library, const char *symbol)
{
	FARPROC address = GetProcAddress(library, symbol);
	funcptr function;

	memcpy(&function, &address, sizeof(function));
	return function;
}

/* cpython:Python/dynload_win.c:_PyImport_FindSharedFuncptrWindows, where fp is unused, too */
funcptr
find_shared_funcptr(const char *prefix, const char *shortname, const char *pathname, FILE *fp)
{
	char symbol[SYMBOL_SIZE];
	HMODULE library;

	(void)fp;
	library = dl_open(shortname, pathname);
	if (!library || refuse_conflict(library) < 0)
		return NULL;
	hook_symbol(symbol, prefix, shortname);
	return function_in(library, symbol);
}
