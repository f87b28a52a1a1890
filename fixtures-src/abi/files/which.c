/* fixture: out=which.so */
/* An ordinary module to be found under other suffixes. */
#include "fx_module.h"

FX_MODULE(which, NULL)
