/* Counts in a variable of the library how often its hook was called. */
#include "fx.h"

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	static int calls;

	fx_event("PyInit_same, call %d", ++calls);
	return PyModule_Create(&def);
}
