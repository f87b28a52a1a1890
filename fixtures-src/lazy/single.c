/* a single-phase module with m_size -1 */
#include "fx_single.h"

FX_SINGLE_FILL(.m_size = -1)
{
	fx_event("init");
	if (fx_needs_no_gil(module) < 0)
		return -1;
	return PyModule_AddIntConstant(module, "answer", 42);
}
