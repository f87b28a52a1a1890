/* fixture: defines=Py_LIMITED_API=0x03050000 */
/* built with the limited API */
#include "fx_multi.h"

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, fx_exec_answer}))
