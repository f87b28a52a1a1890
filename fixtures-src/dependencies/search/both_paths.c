/* fixture: needs=libwhere.so ldflags=-Wl,-rpath,$ORIGIN/one ldflags=-Wl,-soname,$ORIGIN/two
 * edit=DT_SONAME.tag=DT_RPATH check=needed:libwhere.so check=runpath:$ORIGIN/one
 * check=rpath:$ORIGIN/two */
/*
 * DT_RUNPATH leads to the first library, DT_RPATH to the second. No linker writes both, so an
 * edit turns the soname into the DT_RPATH.
 */
#include "fx_module.h"

int where(void);

FX_MODULE_FINDS(both_paths, "%d", where())
