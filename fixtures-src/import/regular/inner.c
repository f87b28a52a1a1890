/* an extension in a package written in Python */
#include "fx_module.h"

FX_MODULE(FX_NAME, NULL)
