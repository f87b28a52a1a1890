/* a submodule with the name, and so with the hook, of its package */
#include "fx.h"

FX_DEF();

FX_HOOK(FX_NAME)
{
	fx_event("pack.pack: init");
	return PyModuleDef_Init(&def);
}
