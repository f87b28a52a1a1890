/* Each thread's copy of its variable begins with 41, and is aligned to 256 bytes. */
#include "fx_module.h"

#include <stdint.h>

/* not static, or a compiler would fold the value */
__thread int initial_tls_value __attribute__((aligned(256))) = 41;

FX_HOOK(initial_tls)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "initial_tls"};
	int *volatile value = &initial_tls_value;

	fx_event("PyInit_initial_tls, %d, %s", ++*value,
		 (uintptr_t)value % 256 ? "not aligned" : "aligned");
	return PyModuleDef_Init(&def);
}
