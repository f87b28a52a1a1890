/* an ordinary module, loaded after a failure to see that nothing was damaged */
#include "fx_single.h"

FX_SINGLE_FILL(.m_size = 0)
{
	fx_event("init");
	return PyModule_AddIntConstant(module, "answer", 42);
}
