/* fixture: names=single_unsaid,single_used,single_unused,single_taken_back,single_state */
/*
 * Single-phase; the name tells what the hook says of the GIL: nothing, that the module needs it,
 * that it needs none, or that it needs none and then that it needs it. single_state needs none,
 * and can be initialised again.
 */
#include "gil.h"

FX_DEF(.m_size = -1);

FX_HOOK(FX_NAME)
{
	const char *name = FX_STR(FX_NAME);
	PyObject *module;

	fx_event("hook %s", gil_now());
	if (strstr(name, "state"))
		def.m_size = 0;
	module = PyModule_Create(&def);
	if (strstr(name, "unused") || strstr(name, "taken") || strstr(name, "state"))
		gil_declare(module, Py_MOD_GIL_NOT_USED);
	if (strcmp(name, "single_used") == 0 || strstr(name, "taken"))
		gil_declare(module, Py_MOD_GIL_USED);
	return module;
}
