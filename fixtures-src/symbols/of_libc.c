/* fixture: check=exports:getdtablesize check=jumpslot:getdtablesize */
/* Defines a function of the C library, in the scope of every program, and calls it. */
#include "fx_module.h"

#include <unistd.h>

int
getdtablesize(void)
{
	return -71;
}

FX_MODULE_FINDS(of_libc, "%s", getdtablesize() == -71 ? "its own" : "the C library's")
