/* fixture: needs=libfilter_none.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libfilter_none.so */
/* Needs a filter whose object is not there. */
#include "fx_module.h"

int none_value(void);

FX_MODULE_FINDS(filter_none_user, "%d", none_value())
