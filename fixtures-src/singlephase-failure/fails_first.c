/* m_size -1; the first call of the hook fails after the module was made */
#include "fx.h"

static int calls;

FX_DEF(.m_size = -1);

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init %d", ++calls);
	if (module && PyModule_AddIntConstant(module, "calls", calls) < 0) {
		Py_CLEAR(module);
	}
	if (module && calls == 1) {
		PyErr_SetString(PyExc_RuntimeError, "not yet");
		Py_CLEAR(module);
	}
	return module;
}
