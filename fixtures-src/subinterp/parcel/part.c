/* a submodule */
#include "fx_multi.h"

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, fx_exec}, FX_NEEDS_NO_GIL))
