/* fixture: check=initarray */
/* A constructor that leaves an exception set. */
#include "fx_module.h"

__attribute__((constructor)) static void
at_load(void)
{
	PyErr_SetString(PyExc_ValueError, "left by the constructor");
}

FX_MODULE_FINDS(ctor_raises, "exception %d", PyErr_Occurred() != NULL)
