/* a package that is a single-phase extension */
#include "fx.h"

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = "singlepack", .m_size = -1
};

FX_HOOK(singlepack)
{
	fx_event("singlepack: init");
	return PyModule_Create(&def);
}
