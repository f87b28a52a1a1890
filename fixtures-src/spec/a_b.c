/* for a module whose name has a hyphen: its hook has an underscore there */
#include "fx_multi.h"

FX_MULTI(FX_SLOTS({Py_mod_exec, fx_exec}))
