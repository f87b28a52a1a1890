/* a definition without a name */
#include "fx.h"

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = NULL
};

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModuleDef_Init(&def);
}
