/* fixture: names=round_one,round_two */
/*
 * Each imports the other when its init function is called for the first time, m_size 0; tells in
 * which interpreter that is. For CPython's headers from 3.7 on.
 */
#include "fx.h"

static int calls;

FX_DEF(.m_size = 0);

static const char *
where(void)
{
#if PY_VERSION_HEX >= 0x03070000 && !defined(PYPY_VERSION)
	if (PyThreadState_Get()->interp != PyInterpreterState_Main()) {
		return "a subinterpreter";
	}
#endif
	return "the main interpreter";
}

FX_HOOK(FX_NAME)
{
	int call = ++calls;

	fx_event(FX_STR(FX_NAME) " %d in %s", call, where());
	if (call == 1) {
		const char *mine = FX_STR(FX_NAME);
		PyObject *other = PyImport_ImportModule(
			strcmp(mine, "round_one") == 0 ? "round_two" : "round_one");

		if (!other) {
			return NULL;
		}
		Py_DECREF(other);
	}
	return PyModule_Create(&def);
}
