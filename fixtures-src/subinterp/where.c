/* reports the interpreter that its init function runs in */
#include "interp.h"

FX_DEF(.m_size = -1);

FX_HOOK(FX_NAME)
{
	fx_event("init in %s", where());
	return PyModule_Create(&def);
}
