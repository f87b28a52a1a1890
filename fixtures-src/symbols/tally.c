/* fixture: names=tally_a,tally_b,tally_c check=exports:tally check=globdat:tally */
/* A variable of one name in several libraries, by a reference that others may take over. */
#include "fx_module.h"

extern int tally;
int tally;

FX_HOOK(FX_NAME)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME)};

	fx_event("PyInit_" FX_STR(FX_NAME) ", %d", ++tally);
	return PyModuleDef_Init(&def);
}
