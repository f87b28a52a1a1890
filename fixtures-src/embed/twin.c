/* fixture: names=twin,failing */
/* files with the names of modules that application.c has built in */
#include "fx.h"

FX_DEF(FX_SLOTS(FX_NEEDS_NO_GIL));

FX_HOOK(FX_NAME)
{
	fx_event("file: init");
	return PyModuleDef_Init(&def);
}
