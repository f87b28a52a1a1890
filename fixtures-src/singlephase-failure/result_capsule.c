/* returns an object that is not a module and reports when it is freed */
#include "fx.h"

static int nothing;

static void
gone(PyObject *capsule)
{
	(void)capsule;
	fx_event("released");
}

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyCapsule_New(&nothing, "nothing", gone);
}
