/* a doc that is not text */
#include "fx_multi.h"

FX_MULTI_INIT(.m_doc = "\xff", FX_SLOTS({Py_mod_exec, fx_exec}))
