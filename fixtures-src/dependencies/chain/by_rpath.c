/* fixture: needs=libmiddle.so ldflags=-Wl,-rpath,$ORIGIN
 * ldflags=-Wl,--disable-new-dtags check=needed:libmiddle.so check=rpath:$ORIGIN */
/* Finds libmiddle.so by DT_RPATH, which also applies to the libraries that libmiddle.so needs. */
#include "fx_module.h"

int middle_value(void);

FX_MODULE_FINDS(by_rpath, "%d", middle_value())
