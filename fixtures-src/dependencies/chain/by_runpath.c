/* fixture: needs=libmiddle.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libmiddle.so
 * check=runpath:$ORIGIN */
/* Finds libmiddle.so by DT_RUNPATH, which applies only to the libraries that this file needs. */
#include "fx_module.h"

int middle_value(void);

FX_MODULE_FINDS(by_runpath, "%d", middle_value())
