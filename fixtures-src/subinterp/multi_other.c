/*
 * its slot for multiple interpreters (3, as in the first version that had it) has an unknown
 * value
 */
#include "fx_multi.h"

FX_MULTI_INIT(FX_SLOTS({3, (void *)77}, {Py_mod_exec, fx_exec}))
