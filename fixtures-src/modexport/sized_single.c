/* Single-phase, with m_size -1. */
#include "fx_single.h"

FX_SINGLE(.m_size = -1)
