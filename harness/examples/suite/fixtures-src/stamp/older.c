/* Built for release 2: the loader is of release 3. */
#include "fx_multi.h"

const int acme_release = 2;

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, fx_exec}))
