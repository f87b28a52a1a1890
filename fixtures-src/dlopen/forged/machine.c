/* fixture: edit=machine=0xfeed */
/* Made for a machine that does not exist. */
#include "fx_module.h"

FX_MODULE(machine, NULL)
