/* fixture: needs=libinner.so check=needed:libinner.so check=lacks:inner_users */
/* Needs a library that is not found, because the file has no search path. */
#include "fx_module.h"

int inner_users(void);

FX_MODULE_FINDS(needs_missing, "%d", inner_users())
