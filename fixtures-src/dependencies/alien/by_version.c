/* fixture: needs=libalien.so ldflags=-Wl,-rpath,$ORIGIN/version */
/* Its search path leads to a library with another version of the ELF format. */
#include "fx_module.h"

int alien_value(void);

FX_MODULE_FINDS(by_version, "%d", alien_value())
