/* sets a __file__ of its own before the module is returned */
#include "fx_single.h"

FX_SINGLE_FILL(.m_size = -1)
{
	fx_event("init");
	return PyModule_AddStringConstant(module, "__file__", "preset");
}
