/* Single-phase: the hook makes the module itself, whatever the spec contains. */
#include "fx_module.h"

FX_HOOK(single)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "single"};

	fx_event("PyInit_single");
	return PyModule_Create(&def);
}
