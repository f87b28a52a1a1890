/* a single-phase module */
#include "fx_single.h"

FX_SINGLE(.m_size = -1)
