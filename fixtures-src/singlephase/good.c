/* an ordinary module that must still load after a failure */
#include "fx_single.h"

FX_SINGLE_FILL(.m_size = 0)
{
	fx_event("init");
	return PyModule_AddIntConstant(module, "answer", 42);
}
