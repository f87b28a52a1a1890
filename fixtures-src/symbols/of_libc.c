/* fixture: check=exports:getdtablesize check=jumpslot:getdtablesize */
/* Defines a function of the C library, in the scope of every program, and calls it. */
#include "fx_module.h"

#include <unistd.h>

int
getdtablesize(void)
{
	return -71;
}

FX_HOOK(of_libc)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "of_libc"};

	fx_event("PyInit_of_libc, %s", getdtablesize() == -71 ? "its own" : "the C library's");
	return PyModuleDef_Init(&def);
}
