/* puts a module of its name into sys.modules and fails: its own fault, not the loader's */
#include "fx.h"

FX_HOOK(FX_NAME)
{
	PyObject *other = PyModule_New(FX_STR(FX_NAME));

	if (other && !PyDict_SetItemString(PyImport_GetModuleDict(), FX_STR(FX_NAME), other))
		PyErr_SetString(PyExc_RuntimeError, "and left");
	Py_XDECREF(other);
	return NULL;
}
