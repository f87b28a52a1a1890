/* One hook, named after the file. */
#include "fx_module.h"

FX_MODULE(plain, NULL)
