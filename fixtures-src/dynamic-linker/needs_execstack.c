/* fixture: needs=libexecstack.so ldflags=-Wl,-rpath,$ORIGIN check=noexecstack */
/* Asks for no executable stack; the library it needs does. */
#include "fx_module.h"

int execstack_value(void);

FX_HOOK(needs_execstack)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "needs_execstack"};

	fx_event("PyInit_needs_execstack, %d", execstack_value());
	return PyModuleDef_Init(&def);
}
