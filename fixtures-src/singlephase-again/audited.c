/* reports when it is mapped and when it is initialised */
#include "fx.h"

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = -1
};

__attribute__((constructor)) static void
mapped(void)
{
	fx_event("constructor");
}

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModule_Create(&def);
}
