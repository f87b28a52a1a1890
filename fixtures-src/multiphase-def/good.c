/* an ordinary module, loaded after a failure to see that nothing was damaged */
#include "fx_multi.h"

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, fx_exec_answer}))
