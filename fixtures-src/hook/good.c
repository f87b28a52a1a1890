/* An ordinary module that must still load after a failure. */
#include "fx_module.h"

FX_MODULE(good, NULL)
