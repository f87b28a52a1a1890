/* fixture: names=multi_unsaid,multi_0,multi_1,multi_2 */
/*
 * multi-phase, with a slot for multiple interpreters whose value is in the name: 0 for the main
 * interpreter only, 1 for those that share its GIL, 2 for all. 3 is the slot's number in the
 * first version that had it; later versions still accept this number.
 */
#include "fx_multi.h"

enum { MULTIPLE_INTERPRETERS = 3 };

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, fx_exec},
	{0, NULL},
	{0, NULL}
};

FX_DEF(.m_slots = slots);

FX_HOOK(FX_NAME)
{
	const char *value = strchr(FX_STR(FX_NAME), '_') + 1;

	fx_event("init");
	if (strcmp(value, "unsaid") != 0) {
		slots[1].slot = MULTIPLE_INTERPRETERS;
		slots[1].value = (void *)(intptr_t)strtol(value, NULL, 10);
	}
	return PyModuleDef_Init(&def);
}
