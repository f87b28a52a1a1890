/* Two hooks at one address: the names decide what is found, not the addresses. */
#include "fx_module.h"

FX_HOOK(alias_second) __attribute__((alias("PyInit_alias_hook")));

FX_MODULE(alias_hook, NULL)
