/* An ordinary module that is found under other suffixes. */
#include "fx_module.h"

FX_MODULE(which, NULL)
