/* reports the interpreter that its init function runs in; needs CPython's headers from 3.7 on */
#include "fx.h"

FX_DEF(.m_size = -1);

FX_HOOK(FX_NAME)
{
	const char *where = "the main interpreter";

#if PY_VERSION_HEX >= 0x03070000 && !defined(PYPY_VERSION)
	if (PyThreadState_Get()->interp != PyInterpreterState_Main()) {
		where = "a subinterpreter";
	}
#endif
	fx_event("init in %s", where);
	return PyModule_Create(&def);
}
