/* a submodule with the name of its package, and so with the same hook name */
#include "fx.h"

FX_DEF();

FX_HOOK(FX_NAME)
{
	fx_event("pack.pack: init");
	return PyModuleDef_Init(&def);
}
