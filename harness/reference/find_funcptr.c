/* From a path and a name to a function. */
#include "reference.h"

#include <dlfcn.h>
#include <string.h>

/* ISO C has no conversion between pointers to objects and to functions, POSIX has (dlsym(3)) */
static funcptr
symbol_in(void *handle, const char *symbol)
{
	void *address = dlsym(handle, symbol);
	funcptr function;

	memcpy(&function, &address, sizeof(function));
	return function;
}

/* cpython:Python/dynload_shlib.c:_PyImport_FindSharedFuncptr, where fp is unused since 3.11 */
funcptr
find_shared_funcptr(const char *prefix, const char *shortname, const char *pathname, FILE *fp)
{
	char scratch[DL_PATH_SIZE];
	char symbol[SYMBOL_SIZE];
	void *handle;

	(void)fp;
	handle = dl_open(shortname, dl_path(scratch, pathname));
	if (!handle)
		return NULL;
	hook_symbol(symbol, prefix, shortname);
	return symbol_in(handle, symbol);
}
