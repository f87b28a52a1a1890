/* calls PyModule_Create with a definition that has slots */
#include "fx_single.h"

static PyModuleDef_Slot slots[] = {
	{0, NULL}
};

FX_SINGLE_INIT(.m_slots = slots)
