/* m_name is the last component of the name that it is loaded under */
#include "fx.h"

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("made as %s", module ? PyModule_GetName(module) : "nothing");
	return module;
}
