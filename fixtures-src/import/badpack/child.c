/* must not be reached, since its package fails */
#include "fx_module.h"

FX_MODULE(FX_NAME, NULL)
