/* fixture: names=round_one,round_two */
/*
 * m_size 0: each imports the other at the first call of its init function, and reports its
 * interpreter.
 */
#include "interp.h"

static int calls;

FX_DEF(.m_size = 0);

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
