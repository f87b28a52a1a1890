/* The path that dlopen sees. */
#include "reference.h"

#include <string.h>

/*
 * A name without a slash would be searched for in the places of shared libraries (dlopen(3)):
 * what is meant is the file in the working directory, of whose name 255 bytes count.
 * cpython:Python/dynload_shlib.c:_PyImport_FindSharedFuncptr
 */
const char *
dl_path(char scratch[DL_PATH_SIZE], const char *pathname)
{
	if (strchr(pathname, '/'))
		return pathname;
	snprintf(scratch, DL_PATH_SIZE, "./%.255s", pathname);
	return scratch;
}
