/* an exec slot without a function, which early loaders call anyway */
#include "fx_multi.h"

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, NULL}))
