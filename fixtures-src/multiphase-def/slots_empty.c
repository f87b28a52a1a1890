/* a list of slots with nothing in it */
#include "fx_multi.h"

static PyModuleDef_Slot slots[] = {
	{0, NULL}
};

FX_MULTI_INIT(.m_slots = slots)
