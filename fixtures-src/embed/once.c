/* m_size -1; "items" is what its copied dictionary would carry into another run of Python */
#include "fx.h"

static int calls;

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = -1
};

__attribute__((constructor)) static void
constructor(void)
{
	fx_event("constructor");
}

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init %d", ++calls);
	if (module && PyModule_AddIntConstant(module, "calls", calls) < 0)
		Py_CLEAR(module);
	return module;
}
