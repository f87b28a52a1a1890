/* m_name is unrelated to the name that it is loaded under */
#include "fx.h"

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = "somebody.else", .m_size = 0
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("made as %s", module ? PyModule_GetName(module) : "nothing");
	return module;
}
