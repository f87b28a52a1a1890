/* fixture: needs=libalien.so ldflags=-Wl,-rpath,$ORIGIN/class:$ORIGIN/machine:$ORIGIN */
/* Its search path leads to libraries of another word size and machine before the right one. */
#include "fx_module.h"

int alien_value(void);

FX_HOOK(by_three)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "by_three"};

	fx_event("PyInit_by_three, %d", alien_value());
	return PyModuleDef_Init(&def);
}
