/* says by its m_size that it cannot be made twice, which a multi-phase module must not say */
#include "fx_multi.h"

static PyModuleDef_Slot slots[] = {
	{0, NULL}
};

FX_MULTI_INIT(.m_size = -1, .m_slots = slots)
