/* its init function reports whether its definition already has a module */
#include "fx.h"

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	fx_event("found %d", PyState_FindModule(&def) != NULL);
	return PyModule_Create(&def);
}
