/* Built for release 9, which the loader does not know. fixture: check=exports:acme_release */
#include "fx_multi.h"

const int acme_release = 9;

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, fx_exec}))
