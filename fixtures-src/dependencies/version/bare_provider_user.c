/* fixture: needs=libver.so ldflags=-Wl,-rpath,$ORIGIN/bare check=needed:libver.so
 * check=verneed:libver.so:libver.so */
/* Linked against a version of libver.so, led to a library without any at run time. */
#include "fx_module.h"

int ver_value(void);

FX_MODULE_FINDS(bare_provider_user, "%d", ver_value())
