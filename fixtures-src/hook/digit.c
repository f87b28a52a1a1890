/* fixture: out=1digit$EXT */
/* The hook of a name that begins with a digit. */
#include "fx_module.h"

FX_MODULE(1digit, NULL)
