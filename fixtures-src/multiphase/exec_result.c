/* fixture: names=exec_silent,exec_positive,exec_positive_raises,exec_unreported */
/* exec slots that fail or misbehave; the exec slot after them must not run */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	const char *name = FX_STR(FX_NAME);
	int raises = strcmp(name, "exec_positive_raises") == 0
		|| strcmp(name, "exec_unreported") == 0;

	fx_event("exec");
	if (raises) {
		PyErr_SetString(PyExc_ValueError, "from exec");
	}
	if (strcmp(name, "exec_unreported") == 0) {
		return 0;
	}
	return strcmp(name, "exec_silent") == 0 ? -1 : 1;
}

static int
run_next(PyObject *module)
{
	fx_event("next exec");
	return 0;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, {Py_mod_exec, run_next}))
