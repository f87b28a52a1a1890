/* m_size 0, with an m_free function; its library has a destructor */
#include "fx_multi.h"

static void
release(void *module)
{
	fx_event("free");
}

__attribute__((destructor)) static void
unmapped(void)
{
	fx_event("destructor");
}

FX_MULTI(FX_SLOTS({Py_mod_exec, fx_exec}), .m_free = release)
