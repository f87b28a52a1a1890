/*
 * Asks for half of what can be addressed, more memory than any machine of 64 bits has. Of 32 bits,
 * it first takes the other half away.
 */
#include "fx_multi.h"

#if SIZEOF_VOID_P == 4
#include <sys/mman.h>

__attribute__((constructor)) static void
take_half(void)
{
	for (int i = 0; i < 4; i++)
		mmap(NULL, 1 << 29, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
}
#endif

FX_MULTI_INIT(.m_size = PY_SSIZE_T_MAX, FX_SLOTS({Py_mod_exec, fx_exec}))
