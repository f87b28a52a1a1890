/* fixture: names=not_found,not_added,not_removed */
/* uses the functions for single-phase modules on a definition with slots */
#include "fx.h"

static int run(PyObject *module);

FX_DEF(FX_SLOTS({Py_mod_exec, run}));

static int
run(PyObject *module)
{
	const char *name = FX_STR(FX_NAME);

	if (strcmp(name, "not_added") == 0) {
		fx_event("add");
		return PyState_AddModule(module, &def);
	}
	if (strcmp(name, "not_removed") == 0) {
		fx_event("remove");
		return PyState_RemoveModule(&def);
	}
	fx_event("found %s", PyState_FindModule(&def) ? "a module" : "nothing");
	return 0;
}

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
