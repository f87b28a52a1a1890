/* fixture: out=n$EXT */
/* The shortest possible name. */
#include "fx_module.h"

FX_MODULE(n, NULL)
