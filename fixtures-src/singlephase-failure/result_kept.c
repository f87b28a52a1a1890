/* returns a list, which it keeps, too; says how many references there are more than at first */
#include "fx.h"

enum { KEPT = 5 };

FX_HOOK(FX_NAME)
{
	static PyObject *kept;

	if (!kept) {
		kept = PyList_New(0);
		for (int i = 1; kept && i < KEPT; i++)
			Py_INCREF(kept);
	}
	fx_event("init, %d more", (int)Py_REFCNT(kept) - KEPT);
	Py_INCREF(kept);
	return kept;
}
