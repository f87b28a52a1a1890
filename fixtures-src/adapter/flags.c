/* its hook sets the interpreter's dlopen flags to RTLD_LAZY | RTLD_GLOBAL */
#include "fx.h"

#include <dlfcn.h>

FX_DEF();

FX_HOOK(FX_NAME)
{
	PyObject *sys = PyImport_ImportModule("sys");
	PyObject *none = !sys ? NULL : PyObject_CallMethod(sys, "setdlopenflags", "i",
							   RTLD_LAZY | RTLD_GLOBAL);

	Py_XDECREF(sys);
	Py_XDECREF(none);
	return none ? PyModuleDef_Init(&def) : NULL;
}
