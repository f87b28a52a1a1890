/* m_size 0: the second call of its init function fails, in whichever interpreter */
#include "fx.h"

static int calls;

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	fx_event("init %d", ++calls);
	if (calls == 2) {
		PyErr_SetString(PyExc_ValueError, "the second time");
		return NULL;
	}
	return PyModule_Create(&def);
}
