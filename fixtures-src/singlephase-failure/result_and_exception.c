/* returns a module with an exception set */
#include "fx.h"

static int calls;

FX_DEF(.m_size = -1);

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init %d", ++calls);
	PyErr_SetString(PyExc_ValueError, "left behind");
	return module;
}
