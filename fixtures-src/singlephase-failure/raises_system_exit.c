/* asks for the end of the program */
#include "fx.h"

FX_HOOK(FX_NAME)
{
	PyObject *code = PyLong_FromLong(7);

	fx_event("init");
	if (code) {
		PyErr_SetObject(PyExc_SystemExit, code);
		Py_DECREF(code);
	}
	return NULL;
}
