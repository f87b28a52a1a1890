/* a submodule, to be imported many times */
#include "fx_multi.h"

FX_MULTI(FX_SLOTS(FX_NEEDS_NO_GIL))
