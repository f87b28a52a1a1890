/* fixture: check=undef:nobodys_data check=exports:prov_function */
/* Offers the function of provider.c, but is refused for a variable that nobody defines. */
#include "fx_module.h"

extern int nobodys_data;
int prov_function(void);

int
prov_function(void)
{
	return 81;
}

FX_HOOK(refused)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "refused"};

	fx_event("PyInit_refused, %d", nobodys_data);
	return PyModuleDef_Init(&def);
}
