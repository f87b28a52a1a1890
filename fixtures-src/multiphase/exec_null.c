/* an exec slot without a function, which early loaders call all the same */
#include "fx.h"

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, NULL},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModuleDef_Init(&def);
}
