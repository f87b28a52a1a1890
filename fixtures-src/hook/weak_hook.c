/* fixture: check=exports:PyInit_weak_hook */
/* The only definition of the hook is weak. */
#include "fx_module.h"

__attribute__((weak))
FX_MODULE(weak_hook, NULL)
