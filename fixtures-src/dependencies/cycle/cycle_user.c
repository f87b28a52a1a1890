/* fixture: needs=libleft.so ldflags=-Wl,-rpath,$ORIGIN */
/* Needs one of two libraries that need each other. */
#include "fx_module.h"

int left_sum(void);

FX_HOOK(cycle_user)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "cycle_user"};

	fx_event("PyInit_cycle_user, %d", left_sum());
	return PyModuleDef_Init(&def);
}
