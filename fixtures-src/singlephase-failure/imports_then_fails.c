/* imports another extension, then fails by itself */
#include "fx.h"

FX_HOOK(FX_NAME)
{
	PyObject *other = PyImport_ImportModule("good");

	if (other) {
		Py_DECREF(other);
		PyErr_SetString(PyExc_ValueError, "after the import");
	}
	return NULL;
}
