/* sets its own __file__ before it returns the module */
#include "fx_single.h"

FX_SINGLE_FILL(.m_size = -1)
{
	fx_event("init");
	return PyModule_AddStringConstant(module, "__file__", "preset");
}
