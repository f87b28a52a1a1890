/* the least state that there is: says what init finds in it, and leaves something there */
#include "fx.h"

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = 1
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);
	char *state = module ? PyModule_GetState(module) : NULL;

	fx_event("init, %s", !state ? "no state" : *state ? "used" : "zero");
	if (state)
		*state = 1;
	return module;
}
