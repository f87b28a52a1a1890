/* the smallest possible state: reports what init finds in it, and writes to it */
#include "fx.h"

FX_DEF(.m_size = 1);

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);
	char *state = module ? PyModule_GetState(module) : NULL;

	fx_event("init, %s", !state ? "no state" : *state ? "used" : "zero");
	if (state)
		*state = 1;
	return module;
}
