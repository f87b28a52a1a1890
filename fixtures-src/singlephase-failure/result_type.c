/* returns a class, which is callable and has a __dict__ and a __name__ but is not a module */
#include "fx.h"

FX_HOOK(FX_NAME)
{
	fx_event("init");
	Py_INCREF(&PyModule_Type);
	return (PyObject *)&PyModule_Type;
}
