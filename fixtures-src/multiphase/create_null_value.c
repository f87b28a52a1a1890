/* a create slot without a function, which means the default way of creating */
#include "fx_multi.h"

FX_MULTI(FX_SLOTS({Py_mod_create, NULL}, {Py_mod_exec, fx_exec}))
