/* fixture: needs=libver.so ldflags=-Wl,-rpath,$ORIGIN/old check=needed:libver.so
 * check=verneed:libver.so:libver.so */
/* Linked against one version of libver.so; at run time it finds the other. */
#include "fx_module.h"

int ver_value(void);

FX_MODULE_FINDS(version_user, "%d", ver_value())
