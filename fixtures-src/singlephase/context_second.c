/* makes two modules from definitions with one name, and returns the second */
#include "fx.h"

FX_DEF(.m_size = 0);

static PyModuleDef twin = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = 0
};

FX_HOOK(FX_NAME)
{
	PyObject *first = PyModule_Create(&def);

	fx_event("init");
	if (!first) {
		return NULL;
	}
	Py_DECREF(first);
	return PyModule_Create(&twin);
}
