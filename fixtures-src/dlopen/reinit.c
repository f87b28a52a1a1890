/* fixture: check=undef:Py_Initialize */
/* The hook initialises the running interpreter, as modules do that are also programs. */
#include "fx_module.h"

/* not every implementation declares it */
PyAPI_FUNC(void) Py_Initialize(void);

FX_HOOK(reinit)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "reinit"};

	Py_Initialize();
	fx_event("PyInit_reinit, %s", Py_IsInitialized() ? "initialized" : "not initialized");
	return PyModuleDef_Init(&def);
}
