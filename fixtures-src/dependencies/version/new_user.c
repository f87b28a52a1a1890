/* fixture: needs=libtwo.so ldflags=-Wl,-rpath,$ORIGIN check=verneed:libtwo.so:VER_2 */
/* Refers to the newer version of the function. */
#include "fx_module.h"

int two_value(void);

FX_HOOK(new_user)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "new_user"};

	fx_event("PyInit_new_user, %d", two_value());
	return PyModuleDef_Init(&def);
}
