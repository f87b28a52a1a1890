/* fixture: edit=DT_FLAGS_1=DF_1_PIE ldflags=-Wl,-z,nodelete */
/* Says that it is a position-independent executable. */
#include "fx_module.h"

FX_MODULE(pie, NULL)
