/* fixture: check=exports:getdtablesize check=jumpslot:getdtablesize */
/* Defines a function of the C library, which every program has in its scope, and calls it. */
#include "fx_module.h"

#include <unistd.h>

int
getdtablesize(void)
{
	return -71;
}

FX_MODULE_FINDS(of_libc, "%s", getdtablesize() == -71 ? "its own" : "the C library's")
