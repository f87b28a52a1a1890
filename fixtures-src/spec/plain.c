/* an ordinary multi-phase module that says when it is executed */
#include "fx_multi.h"

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, fx_exec_answer}))
