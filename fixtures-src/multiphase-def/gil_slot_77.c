/* a GIL slot (4, as in the first version that had it) with an unknown value */
#include "fx_multi.h"

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, fx_exec}, {4, (void *)77}))
