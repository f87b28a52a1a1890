/* fixture: ldflags=-Wl,-z,execstack check=execstack */
/* A library that asks for an executable stack, as object files from old assemblers do. */
#include "fx_module.h"

FX_MODULE(execstack, NULL)
