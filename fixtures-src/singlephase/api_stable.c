/* made with the API version of the stable ABI */
#include "fx.h"

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModule_Create2(&def, PYTHON_ABI_VERSION);
}
