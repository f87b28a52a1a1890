/* fixture: names=init_fails_first,exec_fails_first,exec_fails_apart */
/* its hook or its execution slot fails: at the first try, or (apart) in each subinterpreter */
#include "interp.h"

#include <string.h>

static int
fails(void)
{
	static int tries;

	return strstr(FX_STR(FX_NAME), "first") ? ++tries == 1 : in_subinterpreter();
}

static int
step(const char *name)
{
	if (strncmp(FX_STR(FX_NAME), name, strlen(name)) != 0 || !fails()) {
		fx_event("%s", name);
		return 0;
	}
	fx_event("%s fails", name);
	PyErr_Format(PyExc_ValueError, "raised by %s", name);
	return -1;
}

static int
run(PyObject *module)
{
	(void)module;
	return step("exec");
}

FX_DEF(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL));

FX_HOOK(FX_NAME)
{
	return step("init") < 0 ? NULL : PyModuleDef_Init(&def);
}
