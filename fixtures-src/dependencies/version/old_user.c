/* fixture: needs=libtwo.so ldflags=-Wl,-rpath,$ORIGIN check=verneed:libtwo.so:VER_1 */
/* Refers to the old version of the function. */
#include "fx_module.h"

int two_value(void);

__asm__(".symver two_value, two_value@VER_1");

FX_HOOK(old_user)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "old_user"};

	fx_event("PyInit_old_user, %d", two_value());
	return PyModuleDef_Init(&def);
}
