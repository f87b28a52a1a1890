/* fixture: names=sized_def,sized_def_none */
/* Multi-phase, from a definition, with a state or without; says when it is executed. */
#include "fx_multi.h"

#define SIZE_sized_def 40
#define SIZE_sized_def_none 0

FX_MULTI(.m_size = FX_OF_NAME(SIZE), FX_SLOTS({Py_mod_exec, fx_exec}, FX_NEEDS_NO_GIL))
