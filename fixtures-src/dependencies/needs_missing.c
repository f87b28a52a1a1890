/* fixture: needs=libinner.so check=needed:libinner.so check=lacks:inner_users */
/* Needs a library that its search path does not lead to: it has none. */
#include "fx_module.h"

int inner_users(void);

FX_HOOK(needs_missing)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "needs_missing"};

	fx_event("PyInit_needs_missing, %d", inner_users());
	return PyModuleDef_Init(&def);
}
