/* a single-phase extension that a stub of its name loads */
#include "fx_single.h"

FX_SINGLE_INIT(.m_size = -1)
