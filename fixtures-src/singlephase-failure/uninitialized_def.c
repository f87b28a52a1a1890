/* returns a definition without a call of PyModuleDef_Init */
#include "fx.h"

FX_DEF();

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return (PyObject *)&def;
}
