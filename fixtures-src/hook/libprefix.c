/* Hooks with and without the prefix lib, in a file whose name has it. */
/* fixture: out=libprefix$EXT */
#include "fx_module.h"

FX_MODULE(libprefix, NULL)
FX_MODULE(prefix, NULL)
