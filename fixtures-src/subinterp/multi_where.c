/* reports the interpreter that executes it; needs CPython's headers from 3.7 on */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	const char *where = "the main interpreter";

	(void)module;
#if PY_VERSION_HEX >= 0x03070000 && !defined(PYPY_VERSION)
	if (PyThreadState_Get()->interp != PyInterpreterState_Main()) {
		where = "a subinterpreter";
	}
#endif
	fx_event("exec in %s", where);
	return 0;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}))
