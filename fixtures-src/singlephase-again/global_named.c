/* m_size -1, with what every module's dictionary has set to something of its own */
#include "fx_single.h"

FX_SINGLE_FILL(.m_doc = "What the definition says.", .m_size = -1)
{
	fx_event("init");
	return PyModule_AddStringConstant(module, "__version__", "1.0");
}
