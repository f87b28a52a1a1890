/* Data with more alignment than a page. */
#include "fx_module.h"

#include <stdint.h>

static char constant_part[65536] __attribute__((aligned(65536))) = {1};
static char zero_part[65536] __attribute__((aligned(65536)));

FX_HOOK(aligned)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "aligned"};
	volatile uintptr_t one = (uintptr_t)constant_part, two = (uintptr_t)zero_part;

	fx_event("PyInit_aligned, %u, %u", (unsigned)(one % 65536), (unsigned)(two % 65536));
	return PyModuleDef_Init(&def);
}
