/* returns a module and leaves an exception behind */
#include "fx.h"

static int calls;

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = -1
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init %d", ++calls);
	PyErr_SetString(PyExc_ValueError, "left behind");
	return module;
}
