/* fixture: needs=libweak.so needs=libstrong.so ldflags=-Wl,-rpath,$ORIGIN */
/* Needs the library with the weak definition before that with the strong one. */
#include "fx_module.h"

int weak_or_strong(void);

FX_HOOK(weak_first)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "weak_first"};

	fx_event("PyInit_weak_first, %d", weak_or_strong());
	return PyModuleDef_Init(&def);
}
