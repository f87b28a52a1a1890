/* fixture: needs=libfilter.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libfilter.so
 * check=notneeded:libfiltee.so */
/* Needs the filter alone. */
#include "fx_module.h"

int filtered_value(void);

FX_MODULE_FINDS(filter_user, "%d", filtered_value())
