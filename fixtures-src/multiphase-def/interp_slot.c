/* fixture: names=interp_slot_0,interp_slot_1,interp_slot_2,interp_slot_77,interp_slot_twice */
/*
 * a slot for multiple interpreters with the value in the module's name. 3 is its number in the
 * first version that had the slot; later versions have another number, and still accept this one.
 */
#include "fx_multi.h"

enum { MULTIPLE_INTERPRETERS = 3 };

static PyModuleDef_Slot slots[] = {
	{MULTIPLE_INTERPRETERS, NULL},
	{Py_mod_exec, fx_exec},
	{0, NULL},
	{0, NULL}
};

FX_DEF(.m_slots = slots);

FX_HOOK(FX_NAME)
{
	const char *value = strrchr(FX_STR(FX_NAME), '_') + 1;

	fx_event("init");
	if (strcmp(value, "twice") == 0) {
		slots[2].slot = MULTIPLE_INTERPRETERS;
	} else {
		slots[0].value = (void *)(intptr_t)strtol(value, NULL, 10);
	}
	return PyModuleDef_Init(&def);
}
