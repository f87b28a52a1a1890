/* claims that it cannot be made twice, which several phases do not allow */
#include "fx_multi.h"

static PyModuleDef_Slot slots[] = {
	{0, NULL}
};

FX_MULTI_INIT(.m_size = -1, .m_slots = slots)
