/* One of two files with the same hook. */
#include "fx_module.h"

FX_HOOK(twin)
FX_BODY("PyInit_twin of one", NULL)
