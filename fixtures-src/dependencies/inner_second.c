/* fixture: needs=libinner.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libinner.so */
/* The other user of libinner.so. */
#include "fx_module.h"

int inner_users(void);

FX_MODULE_FINDS(inner_second, "user %d", inner_users())
