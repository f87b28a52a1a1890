/* reports when it is mapped and when it is initialised */
#include "fx_single.h"

__attribute__((constructor)) static void
mapped(void)
{
	fx_event("constructor");
}

FX_SINGLE_INIT(.m_size = -1)
