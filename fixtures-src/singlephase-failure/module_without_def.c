/* returns a module as Python code would make one: without a definition */
#include "fx.h"

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModule_New(FX_STR(FX_NAME));
}
