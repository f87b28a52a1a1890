/* fixture: needs=libwhere.so ldflags=-Wl,-rpath,$ORIGIN/one
 * check=needed:libwhere.so check=runpath:$ORIGIN/one */
/* DT_RUNPATH leads to the first library. */
#include "fx_module.h"

int where(void);

FX_MODULE_FINDS(runpath, "%d", where())
