/* fixture: needs=libneeded.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libneeded.so
 * check=undef:prov_function */
/* Finds in the library it needs what it does not define. */
#include "fx_module.h"

int prov_function(void);
int needed_count(void);

FX_HOOK(needed_user)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "needed_user"};

	fx_event("PyInit_needed_user, %d, count %d", prov_function(), needed_count());
	return PyModuleDef_Init(&def);
}
