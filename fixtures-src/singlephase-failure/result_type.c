/* returns a class: callable, with a __dict__ and a __name__, but no module */
#include "fx.h"

FX_HOOK(FX_NAME)
{
	fx_event("init");
	Py_INCREF(&PyModule_Type);
	return (PyObject *)&PyModule_Type;
}
