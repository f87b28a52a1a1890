/* returns None, which is not a module */
#include "fx.h"

FX_HOOK(FX_NAME)
{
	fx_event("init");
	Py_INCREF(Py_None);
	return Py_None;
}
