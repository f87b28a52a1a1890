/* returns a module made as Python code makes one, without a definition */
#include "fx.h"

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModule_New(FX_STR(FX_NAME));
}
