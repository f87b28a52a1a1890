/* fixture: out=hyphens$EXT */
/* The hook of the module -a-b-: all of its hyphens are underscores. */
#include "fx_module.h"

FX_MODULE(_a_b_, NULL)
