/* fails after its module was made, and tells at the second try whether that was registered */
#include "fx.h"

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = 0
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init finds %s", PyState_FindModule(&def) ? "a module" : "nothing");
	Py_XDECREF(module);
	PyErr_SetString(PyExc_ValueError, "after all");
	return NULL;
}
