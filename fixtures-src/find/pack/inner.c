/* a module of a package */
#include "fx_multi.h"

FX_MULTI(.m_doc = "inner", FX_SLOTS(FX_NEEDS_NO_GIL))
