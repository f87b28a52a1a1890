/* Says nothing of a release. fixture: check=lacks:acme_release */
#include "fx_multi.h"

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, fx_exec}))
