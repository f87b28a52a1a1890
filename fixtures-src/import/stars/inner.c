/* a submodule that __all__ names */
#include "fx_multi.h"

FX_MULTI(.m_size = 0)
