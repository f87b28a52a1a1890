/* fixture: out=hy-phen$EXT */
/* The hook of the module hy-phen, in a file of that name. */
#include "fx_module.h"

FX_MODULE(hy_phen, NULL)
