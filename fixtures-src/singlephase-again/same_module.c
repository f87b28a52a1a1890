/* m_size 0: makes its module once and returns that ever after */
#include "fx.h"

static PyObject *module;
static int calls;

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = 0
};

FX_HOOK(FX_NAME)
{
	fx_event("init %d", ++calls);
	if (!module) {
		module = PyModule_Create(&def);
	}
	Py_XINCREF(module);
	return module;
}
