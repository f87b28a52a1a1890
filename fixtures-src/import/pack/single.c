/* a single-phase submodule */
#include "fx.h"

FX_DEF(.m_size = -1);

FX_HOOK(FX_NAME)
{
	fx_event("single: init");
	return PyModule_Create(&def);
}
