/* m_size 0: without state, so each load runs the hook */
#include "fx_single.h"

static int calls;

FX_SINGLE_FILL(.m_size = 0)
{
	fx_event("init %d", ++calls);
	return PyModule_AddIntConstant(module, "calls", calls);
}
