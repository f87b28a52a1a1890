/* a submodule that its package imports lazily */
#include "fx_multi.h"

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, fx_exec_answer}, FX_NEEDS_NO_GIL))
