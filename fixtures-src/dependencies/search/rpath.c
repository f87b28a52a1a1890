/* fixture: needs=libwhere.so ldflags=-Wl,-rpath,$ORIGIN/one ldflags=-Wl,--disable-new-dtags
 * check=needed:libwhere.so check=rpath:$ORIGIN/one */
/* DT_RPATH leads to the first library. */
#include "fx_module.h"

int where(void);

FX_MODULE_FINDS(rpath, "%d", where())
