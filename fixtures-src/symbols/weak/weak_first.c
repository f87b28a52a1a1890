/* fixture: needs=libweak.so needs=libstrong.so ldflags=-Wl,-rpath,$ORIGIN */
/* Needs the library with the weak definition before that with the strong one. */
#include "fx_module.h"

int weak_or_strong(void);

FX_MODULE_FINDS(weak_first, "%d", weak_or_strong())
