/* a multi-phase extension that a stub of its name loads */
#include "fx_multi.h"

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, fx_exec}))
