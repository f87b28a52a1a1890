/* fixture: needs=libver.so ldflags=-Wl,-rpath,$ORIGIN/bare check=needed:libver.so
 * check=verneed:libver.so:libver.so */
/* Linked against a version of libver.so; at run time it finds a library without versions. */
#include "fx_module.h"

int ver_value(void);

FX_MODULE_FINDS(bare_provider_user, "%d", ver_value())
