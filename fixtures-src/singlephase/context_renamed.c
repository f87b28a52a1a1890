/* changes the __name__ of its module before it returns it */
#include "fx_single.h"

FX_SINGLE_FILL(.m_size = 0)
{
	fx_event("init");
	return PyModule_AddStringConstant(module, "__name__", "chosen");
}
