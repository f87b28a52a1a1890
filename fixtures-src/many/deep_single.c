/* its hook has another module loaded before it makes its own */
#include "fx_single.h"

#include "deeper.h"

FX_DEF(.m_size = 0);

FX_HOOK(FX_OWN)
{
	return deeper() ? NULL : PyModule_Create(&def);
}
