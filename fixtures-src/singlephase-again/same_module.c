/* m_size 0: makes its module once and returns it each time */
#include "fx.h"

static PyObject *module;
static int calls;

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	fx_event("init %d", ++calls);
	if (!module) {
		module = PyModule_Create(&def);
	}
	Py_XINCREF(module);
	return module;
}
