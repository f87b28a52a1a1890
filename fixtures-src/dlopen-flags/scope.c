/* fixture: check=exports:scope_marker */
/*
 * Tells whether its own symbols are in the global scope. It looks them up with a handle of the
 * program, because RTLD_DEFAULT would include the calling library's own symbols. The flags of an
 * open library cannot be read.
 */
#include "fx_module.h"

#include <dlfcn.h>

extern int scope_marker;
int scope_marker = 1;

FX_HOOK(scope)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "scope"};
	void *program = dlopen(NULL, RTLD_LAZY);

	fx_event("PyInit_scope, %s", dlsym(program, "scope_marker") ? "global" : "local");
	return PyModuleDef_Init(&def);
}
