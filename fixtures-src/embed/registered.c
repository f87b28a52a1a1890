/* says whether its definition has a module already when its init function is called */
#include "fx.h"

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = 0
};

FX_HOOK(FX_NAME)
{
	fx_event("found %d", PyState_FindModule(&def) != NULL);
	return PyModule_Create(&def);
}
