/* fixture: edit=type=ET_REL */
/* Says that it is an object file. */
#include "fx_module.h"

FX_MODULE(relocatable, NULL)
