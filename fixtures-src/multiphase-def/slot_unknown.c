/* fixture: names=slot_negative,slot_small,slot_large */
/* a slot with an unknown id after an exec slot, which must not run */
#include "fx_multi.h"

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, fx_exec},
	{0, NULL},
	{0, NULL}
};

FX_DEF(.m_slots = slots);

FX_HOOK(FX_NAME)
{
	const char *name = FX_STR(FX_NAME);

	fx_event("init");
	slots[1].slot = strcmp(name, "slot_negative") == 0 ? -1
		: strcmp(name, "slot_small") == 0 ? 5 : 2147483647;
	return PyModuleDef_Init(&def);
}
