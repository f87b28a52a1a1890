/* fixture: names=unreported_int,unreported_none,unreported_bare,unreported_uninitialized */
/* returns the invalid result that its name says, with an exception set */
#include "fx.h"

FX_DEF();

FX_HOOK(FX_NAME)
{
	const char *what = strchr(FX_STR(FX_NAME), '_') + 1;
	PyObject *object = strcmp(what, "int") == 0 ? PyLong_FromLong(1000000)
		: strcmp(what, "none") == 0 ? Py_BuildValue("")
		: strcmp(what, "bare") == 0 ? PyModule_New(FX_STR(FX_NAME)) : (PyObject *)&def;

	fx_event("init");
	PyErr_SetString(PyExc_ValueError, "left behind");
	return object;
}
