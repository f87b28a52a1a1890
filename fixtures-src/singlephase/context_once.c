/* makes two modules from definitions with one name, and drops the second */
#include "fx.h"

FX_DEF(.m_size = 0);

static PyModuleDef twin = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = 0
};

FX_HOOK(FX_NAME)
{
	PyObject *first = PyModule_Create(&def);
	PyObject *second = PyModule_Create(&twin);

	fx_event("first made as %s", first ? PyModule_GetName(first) : "nothing");
	fx_event("second made as %s", second ? PyModule_GetName(second) : "nothing");
	Py_XDECREF(second);
	return first;
}
