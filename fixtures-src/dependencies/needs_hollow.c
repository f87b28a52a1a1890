/* fixture: needs=libhollow.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libhollow.so */
/* Has all its own symbols, but the library that it needs lacks one. */
#include "fx_module.h"

int hollow_value(void);

FX_MODULE_FINDS(needs_hollow, "%d", hollow_value())
