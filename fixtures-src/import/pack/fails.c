/* fixture: names=fails,fails_single */
/* submodules that fail, one in its exec slot and one in its init function */
#include "fx.h"

#include <string.h>

static int
run(PyObject *module)
{
	fx_event("%s: exec", FX_STR(FX_NAME));
	PyErr_SetString(PyExc_ValueError, "from exec");
	return -1;
}

FX_DEF(FX_SLOTS({Py_mod_exec, run}));

FX_HOOK(FX_NAME)
{
	if (strcmp(FX_STR(FX_NAME), "fails") == 0) {
		return PyModuleDef_Init(&def);
	}
	fx_event("%s: init", FX_STR(FX_NAME));
	PyErr_SetString(PyExc_ValueError, "from init");
	return NULL;
}
