/* fixture: needs=libwhere.so ldflags=-Wl,-rpath,${ORIGIN}/one
 * check=needed:libwhere.so check=runpath:${ORIGIN}/one */
/* The name of the token stands in braces. */
#include "fx_module.h"

int where(void);

FX_MODULE_FINDS(runpath_braces, "%d", where())
