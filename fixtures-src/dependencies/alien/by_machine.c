/* fixture: needs=libalien.so ldflags=-Wl,-rpath,$ORIGIN/machine */
/* Its search path leads to a library of another machine. */
#include "fx_module.h"

int alien_value(void);

FX_HOOK(by_machine)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "by_machine"};

	fx_event("PyInit_by_machine, %d", alien_value());
	return PyModuleDef_Init(&def);
}
