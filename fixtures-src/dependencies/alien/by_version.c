/* fixture: needs=libalien.so ldflags=-Wl,-rpath,$ORIGIN/version */
/* Its search path leads to a library of another version of the format. */
#include "fx_module.h"

int alien_value(void);

FX_HOOK(by_version)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "by_version"};

	fx_event("PyInit_by_version, %d", alien_value());
	return PyModuleDef_Init(&def);
}
