/* m_size 0: its second initialisation fails; each first reports what PyState_FindModule finds */
#include "fx.h"

static int calls;

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	PyObject *found = PyState_FindModule(&def);
	PyObject *module = PyModule_Create(&def);

	fx_event("init %d finds %s", ++calls,
		 !found ? "nothing" : PyObject_HasAttrString(found, "first") ? "the first module"
		 : "another module");
	if (module && calls == 1 && PyModule_AddIntConstant(module, "first", 1) < 0) {
		Py_CLEAR(module);
	}
	if (module && calls == 2) {
		PyErr_SetString(PyExc_ValueError, "the second time");
		Py_CLEAR(module);
	}
	return module;
}
