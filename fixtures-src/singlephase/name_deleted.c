/* its init function takes the name from the module that it returns */
#include "fx_single.h"

FX_SINGLE_FILL(.m_size = 0)
{
	fx_event("init");
	return PyObject_DelAttrString(module, "__name__");
}
