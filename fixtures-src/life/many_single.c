/* fixture: names=many_global,many_stateless,many_sized */
/* single-phase modules, to be loaded many times */
#include "fx_single.h"

#include <string.h>

static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME)};

FX_HOOK(FX_NAME)
{
	const char *name = FX_STR(FX_NAME);

	def.m_size = !strcmp(name, "many_global") ? -1 : !strcmp(name, "many_sized") ? 64 : 0;
	return PyModule_Create(&def);
}
