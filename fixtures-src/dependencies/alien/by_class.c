/* fixture: needs=libalien.so ldflags=-Wl,-rpath,$ORIGIN/class */
/* Its search path leads to a library of another word size. */
#include "fx_module.h"

int alien_value(void);

FX_HOOK(by_class)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "by_class"};

	fx_event("PyInit_by_class, %d", alien_value());
	return PyModuleDef_Init(&def);
}
