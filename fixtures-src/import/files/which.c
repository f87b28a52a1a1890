/* a module that exists in several forms; this is the extension */
#include "fx_module.h"

FX_MODULE(FX_NAME, NULL)
