/* asks for more memory than any machine has */
#include "fx_multi.h"

FX_MULTI_INIT(.m_size = PY_SSIZE_T_MAX, FX_SLOTS({Py_mod_exec, fx_exec}))
