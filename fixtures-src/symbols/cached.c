/* fixture: check=exports:prov_function */
/* Single-phase without its own state: the interpreter caches it and opens its file only once. */
#include "fx_module.h"

int prov_function(void);

int
prov_function(void)
{
	return 31;
}

FX_HOOK(cached)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "cached", .m_size = -1};

	fx_event("PyInit_cached");
	return PyModule_Create(&def);
}
