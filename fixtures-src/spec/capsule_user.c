/* its exec slot uses the capsule of a module in a package, by its dotted name */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	const int *value = PyCapsule_Import("own.part.capsule", 0);

	(void)module;
	if (!value)
		return -1;
	fx_event("capsule: %d", *value);
	return 0;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}))
