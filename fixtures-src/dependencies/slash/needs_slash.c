/* fixture: needs=libslash.so ldflags=-Wl,-rpath,$ORIGIN check=needed:./way/libslash.so
 * check=runpath:$ORIGIN */
/* Needs a library by a path; the library itself is beside it, where the run path leads. */
#include "fx_module.h"

int slash_value(void);

FX_MODULE_FINDS(needs_slash, "%d", slash_value())
