/* fixture: needs=base.so ldflags=-Wl,-rpath,$ORIGIN check=needed:base.so
 * check=undef:base_count */
/* Needs another extension module as a library. */
#include "fx_module.h"

int base_count(void);

FX_MODULE_FINDS(derived, "count %d", base_count())
