/* fixture: needs=libtwo.so ldflags=-Wl,-rpath,$ORIGIN/.. check=needed:libtwo.so
 * check=undef:two_value */
/* Linked against libtwo.so when it had no versions, led to the one that has two. */
#include "fx_module.h"

int two_value(void);

FX_HOOK(bare_user)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "bare_user"};

	fx_event("PyInit_bare_user, %d", two_value());
	return PyModuleDef_Init(&def);
}
