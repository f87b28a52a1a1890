/* The path that dlopen sees. */
#include "reference.h"

#include <string.h>

/*
 * dlopen(3) searches a name without a slash in the folders of shared libraries. Here it means a
 * file in the working directory. Only its first 255 bytes are used.
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
