/* fixture: check=exports:scope_marker */
/*
 * Tells whether its own symbols stand in the global scope. It must ask the dynamic linker: no
 * flag of a loaded library can be read back.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "fx_module.h"

#include <dlfcn.h>

extern int scope_marker;
int scope_marker = 1;

FX_HOOK(scope)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "scope"};

	fx_event("PyInit_scope, %s", dlsym(RTLD_DEFAULT, "scope_marker") ? "global" : "local");
	return PyModuleDef_Init(&def);
}
