/* an extension whose name another module can take before it is loaded */
#include "fx_single.h"

static int calls;

FX_SINGLE_FILL(.m_size = -1)
{
	fx_event("init %d", ++calls);
	return PyModule_AddIntConstant(module, "value", 1);
}
