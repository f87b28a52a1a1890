/* fixture: needs=libwhere.so ldflags=-Wl,-rpath,$ORIGIN/none:
 * check=needed:libwhere.so check=runpath:$ORIGIN/none: */
/* The second folder of DT_RUNPATH is empty. */
#include "fx_module.h"

int where(void);

FX_MODULE_FINDS(runpath_here, "%d", where())
