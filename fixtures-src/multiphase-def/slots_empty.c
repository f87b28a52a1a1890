/* an empty list of slots */
#include "fx_multi.h"

static PyModuleDef_Slot slots[] = {
	{0, NULL}
};

FX_MULTI_INIT(.m_slots = slots)
