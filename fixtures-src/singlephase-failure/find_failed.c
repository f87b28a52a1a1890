/* fails after its module was made; the second try reports whether that module was registered */
#include "fx.h"

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init finds %s", PyState_FindModule(&def) ? "a module" : "nothing");
	Py_XDECREF(module);
	PyErr_SetString(PyExc_ValueError, "after all");
	return NULL;
}
