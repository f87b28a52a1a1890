/* fixture: needs=libalien.so ldflags=-Wl,-rpath,$ORIGIN/machine */
/* Its search path leads to a library for another machine. */
#include "fx_module.h"

int alien_value(void);

FX_MODULE_FINDS(by_machine, "%d", alien_value())
