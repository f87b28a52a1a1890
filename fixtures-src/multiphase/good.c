/* an ordinary module that must still load after a failure */
#include "fx_multi.h"

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, fx_exec_answer}))
