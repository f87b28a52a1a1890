/* returns another extension's module */
#include "fx.h"

FX_HOOK(FX_NAME)
{
	fx_event("outer init");
	return PyImport_ImportModule("good");
}
