/* a submodule with the name, and so with the hook, of its package */
#include "fx.h"

static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME)};

FX_HOOK(FX_NAME)
{
	fx_event("pack.pack: init");
	return PyModuleDef_Init(&def);
}
