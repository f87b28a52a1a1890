/* a submodule: single-phase, m_size -1, which says the name that its init function made */
#include "fx_single.h"

FX_SINGLE_FILL(.m_size = -1)
{
	fx_event("init of %s", PyModule_GetName(module));
	return 0;
}
