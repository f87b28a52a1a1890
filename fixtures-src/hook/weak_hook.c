/* fixture: check=exports:PyInit_weak_hook */
/* A weak definition of the hook, the only one there is. */
#include "fx_module.h"

__attribute__((weak))
FX_MODULE(weak_hook, NULL)
