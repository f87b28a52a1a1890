/* fixture: ldflags=-Wl,-Bsymbolic check=exports:prov_function check=symbolic */
/* As own, but linked so that its references prefer its own definitions. */
#include "fx_module.h"

int prov_function(void);

int
prov_function(void)
{
	return 42;
}

FX_HOOK(own_symbolic)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "own_symbolic"};

	fx_event("PyInit_own_symbolic, %d", prov_function());
	return PyModuleDef_Init(&def);
}
