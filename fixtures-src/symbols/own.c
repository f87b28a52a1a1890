/* fixture: check=exports:prov_function check=jumpslot:prov_function */
/* Calls the function that it defines itself by a reference that others may take over. */
#include "fx_module.h"

int prov_function(void);

int
prov_function(void)
{
	return 41;
}

FX_HOOK(own)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "own"};

	fx_event("PyInit_own, %d", prov_function());
	return PyModuleDef_Init(&def);
}
