/* its init function imports its own module, up to a depth of three */
#include "fx.h"

static int depth;

FX_HOOK(FX_NAME)
{
	fx_event("init at depth %d", ++depth);
	if (depth == 3) {
		PyErr_SetString(PyExc_RuntimeError, "deep enough");
		return NULL;
	}
	return PyImport_ImportModule(FX_STR(FX_NAME));
}
