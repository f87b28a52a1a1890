/* says whether its definition has a module already when its init function is called */
#include "fx.h"

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	fx_event("found %d", PyState_FindModule(&def) != NULL);
	return PyModule_Create(&def);
}
