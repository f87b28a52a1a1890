/* a single-phase submodule */
#include "fx.h"

FX_DEF(.m_size = -1);

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("single: init makes %s", module ? PyModule_GetName(module) : "nothing");
	return module;
}
