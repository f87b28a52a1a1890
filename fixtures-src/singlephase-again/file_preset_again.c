/* m_size 0: sets its own __file__ at each initialisation */
#include "fx_single.h"

FX_SINGLE_FILL(.m_size = 0)
{
	fx_event("init");
	return PyModule_AddStringConstant(module, "__file__", "preset");
}
