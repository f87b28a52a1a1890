/* a negative m_size other than -1, which has no meaning of its own */
#include "fx.h"

static int calls;

FX_DEF(.m_size = -2);

FX_HOOK(FX_NAME)
{
	fx_event("init %d", ++calls);
	return PyModule_Create(&def);
}
