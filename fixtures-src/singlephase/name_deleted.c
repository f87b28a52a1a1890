/* its init function deletes the name of the module that it returns */
#include "fx_single.h"

FX_SINGLE_FILL(.m_size = 0)
{
	fx_event("init");
	return PyObject_DelAttrString(module, "__name__");
}
