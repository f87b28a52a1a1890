/* m_size 0: sets a __file__ of its own each time it is initialised */
#include "fx_single.h"

FX_SINGLE_FILL(.m_size = 0)
{
	fx_event("init");
	return PyModule_AddStringConstant(module, "__file__", "preset");
}
