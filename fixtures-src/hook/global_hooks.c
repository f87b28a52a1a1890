/* When it is in the global scope, it provides the hook that nohook lacks. */
#include "fx_module.h"

FX_MODULE(global_hooks, NULL)
FX_MODULE(nohook, NULL)
