/* fixture: needs=libalien.so ldflags=-Wl,-rpath,$ORIGIN/class */
/* Its search path leads to a library with another word size. */
#include "fx_module.h"

int alien_value(void);

FX_MODULE_FINDS(by_class, "%d", alien_value())
