/* fixture: check=undef:prov_hidden */
/* Calls a function that another library has, but hides. */
#include "fx_module.h"

int prov_hidden(void);

FX_HOOK(hidden_user)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "hidden_user"};

	fx_event("PyInit_hidden_user, %d", prov_hidden());
	return PyModuleDef_Init(&def);
}
