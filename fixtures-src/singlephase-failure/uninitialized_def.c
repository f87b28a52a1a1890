/* returns a definition that PyModuleDef_Init has never seen */
#include "fx.h"

FX_DEF();

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return (PyObject *)&def;
}
