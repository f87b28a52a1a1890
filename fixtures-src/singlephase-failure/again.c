/* fixture: names=again_raises,again_null,again_unreported,again_int,again_in_package */
/* m_size 0: the first call of its init function succeeds, the second fails as its name says */
#include "fx.h"

static int calls;

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	const char *how = strchr(FX_STR(FX_NAME), '_') + 1;

	fx_event("init %d", ++calls);
	if (calls != 2 || strcmp(how, "in_package") == 0) {
		return PyModule_Create(&def);
	}
	if (strcmp(how, "null") == 0) {
		return NULL;
	}
	if (strcmp(how, "int") == 0) {
		return PyLong_FromLong(1000000);
	}
	PyErr_SetString(PyExc_ValueError, "the second time");
	return strcmp(how, "raises") == 0 ? NULL : PyModule_Create(&def);
}
