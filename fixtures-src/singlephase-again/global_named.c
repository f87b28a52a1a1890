/* m_size -1, with its own values for the attributes that every module has */
#include "fx_single.h"

FX_SINGLE_FILL(.m_doc = "What the definition says.", .m_size = -1)
{
	fx_event("init");
	return PyModule_AddStringConstant(module, "__version__", "1.0");
}
