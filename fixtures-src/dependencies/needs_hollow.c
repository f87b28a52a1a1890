/* fixture: needs=libhollow.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libhollow.so */
/* Has all its own symbols; those of the library it needs are missing. */
#include "fx_module.h"

int hollow_value(void);

FX_HOOK(needs_hollow)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "needs_hollow"};

	fx_event("PyInit_needs_hollow, %d", hollow_value());
	return PyModuleDef_Init(&def);
}
