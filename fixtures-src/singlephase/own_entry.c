/* puts an object into sys.modules under its own name, and returns another object */
#include "fx.h"

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	PyObject *other = PyModule_New("other");
	int failed = !other
		|| PyDict_SetItemString(PyImport_GetModuleDict(), FX_STR(FX_NAME), other) < 0;

	fx_event("init");
	Py_XDECREF(other);
	return failed ? NULL : PyModule_Create(&def);
}
