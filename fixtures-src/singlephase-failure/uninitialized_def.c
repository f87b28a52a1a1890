/* returns a definition that PyModuleDef_Init has never seen */
#include "fx.h"

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME)
};

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return (PyObject *)&def;
}
