/* fixture: check=exports:isolated_marker */
/* Like scope, for interpreters with their own GIL. */
#include "fx_module.h"

#include <dlfcn.h>

extern int isolated_marker;
int isolated_marker = 1;

static PyModuleDef_Slot slots[] = {
#ifdef Py_mod_multiple_interpreters
	{Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
	{0, NULL},
};

FX_HOOK(scope_isolated)
{
	static PyModuleDef def = {
		PyModuleDef_HEAD_INIT,
		.m_name = "scope_isolated",
		.m_slots = slots,
	};
	void *program = dlopen(NULL, RTLD_LAZY);

	fx_event("PyInit_scope_isolated, %s",
		dlsym(program, "isolated_marker") ? "global" : "local");
	return PyModuleDef_Init(&def);
}
