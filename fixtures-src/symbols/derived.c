/* fixture: needs=base.so ldflags=-Wl,-rpath,$ORIGIN check=needed:base.so
 * check=undef:base_count */
/* Needs another extension module as a library. */
#include "fx_module.h"

int base_count(void);

FX_HOOK(derived)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "derived"};

	fx_event("PyInit_derived, count %d", base_count());
	return PyModuleDef_Init(&def);
}
