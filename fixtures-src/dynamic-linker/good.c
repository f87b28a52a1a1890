/* What a loader must still be able to load after a failure. */
#include "fx_module.h"

FX_MODULE(good, NULL)
