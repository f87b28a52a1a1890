/* fixture: edit=machine=0xfeed */
/* Its machine does not exist. */
#include "fx_module.h"

FX_MODULE(machine, NULL)
