/* The hook counts its calls in the library's own data: a shared count shows a shared library. */
#include "fx_module.h"

FX_HOOK(counter)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "counter"};
	static int calls;

	fx_event("PyInit_counter, call %d", ++calls);
	return PyModuleDef_Init(&def);
}
