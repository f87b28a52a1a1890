/* fixture: names=hook_silent,hook_raises,hook_unreported,hook_uninitialized */
/* export hooks that fail, each as its name says */
#include "fx.h"

static PyModuleDef_Slot slots[] = {
	{0, NULL}
};

FX_DEF(.m_slots = slots);

FX_HOOK(FX_NAME)
{
	const char *name = FX_STR(FX_NAME);

	fx_event("init");
	if (strcmp(name, "hook_uninitialized") == 0) {
		return (PyObject *)&def;
	}
	if (strcmp(name, "hook_silent") != 0) {
		PyErr_SetString(PyExc_ValueError, "from the hook");
	}
	return strcmp(name, "hook_unreported") == 0 ? PyModuleDef_Init(&def) : NULL;
}
