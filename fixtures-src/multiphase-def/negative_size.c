/* claims that it cannot be made twice, which several phases do not allow */
#include "fx.h"

static PyModuleDef_Slot slots[] = {
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = -1, .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModuleDef_Init(&def);
}
