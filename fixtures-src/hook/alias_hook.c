/* Two hooks at one address: the lookup goes by name, not by address. */
#include "fx_module.h"

FX_HOOK(alias_second) __attribute__((alias("PyInit_alias_hook")));

FX_MODULE(alias_hook, NULL)
