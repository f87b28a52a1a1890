/* fixture: needs=libwhere.so check=needed:libwhere.so */
/* Has no search path of its own. */
#include "fx_module.h"

int where(void);

FX_HOOK(no_path)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "no_path"};

	fx_event("PyInit_no_path, %d", where());
	return PyModuleDef_Init(&def);
}
