/* fixture: needs=libneeded.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libneeded.so
 * check=undef:prov_function */
/* The library that it needs defines its missing symbols. */
#include "fx_module.h"

int prov_function(void);
int needed_count(void);

FX_MODULE_FINDS(needed_user, "%d, count %d", prov_function(), needed_count())
