/*
 * a slot for the global interpreter lock (4, as in the first version that had it) with a value
 * that has no meaning
 */
#include "fx_multi.h"

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, fx_exec}, {4, (void *)77}))
