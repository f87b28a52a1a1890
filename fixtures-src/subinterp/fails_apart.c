/* fixture: names=init_fails_first,init_fails_apart,exec_fails_first,exec_fails_apart */
/* fails at its first try, or (apart) in each subinterpreter: its hook or its execution slot */
#include "fx_multi.h"

#include <string.h>

static int
fails(void)
{
	static int tries;

	if (strstr(FX_STR(FX_NAME), "first"))
		return ++tries == 1;
#if PY_VERSION_HEX >= 0x03070000 && !defined(PYPY_VERSION)
	return PyThreadState_Get()->interp != PyInterpreterState_Main();
#else
	return 0;
#endif
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
