/* made with the version number that modules of the stable ABI carry */
#include "fx.h"

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModule_Create2(&def, PYTHON_ABI_VERSION);
}
