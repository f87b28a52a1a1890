/* fixture: out=n$EXT */
/* The shortest name there is. */
#include "fx_module.h"

FX_MODULE(n, NULL)
