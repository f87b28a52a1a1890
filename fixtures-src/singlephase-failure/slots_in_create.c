/* makes a module at once from a definition that has slots */
#include "fx.h"

static PyModuleDef_Slot slots[] = {
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModule_Create(&def);
}
