/* A file name that begins with lib, and the hooks with and without it. */
/* fixture: out=libprefix$EXT */
#include "fx_module.h"

FX_MODULE(libprefix, NULL)
FX_MODULE(prefix, NULL)
