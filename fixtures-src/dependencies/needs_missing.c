/* fixture: needs=libinner.so check=needed:libinner.so check=lacks:inner_users */
/* Needs a library that its search path does not lead to: it has none. */
#include "fx_module.h"

int inner_users(void);

FX_MODULE_FINDS(needs_missing, "%d", inner_users())
