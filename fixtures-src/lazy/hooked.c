/* an export hook that gives slots */
#include "fx.h"

#if PY_VERSION_HEX >= 0x030F0000
static int
run(PyObject *module)
{
	fx_event("exec");
	return PyModule_AddIntConstant(module, "answer", 42);
}

PyABIInfo_VAR(abi);
static PySlot slots[] = {PySlot_DATA(Py_mod_abi, &abi), PySlot_FUNC(Py_mod_exec, run), PySlot_END};

PyMODEXPORT_FUNC PyModExport_hooked(void);

PyMODEXPORT_FUNC
PyModExport_hooked(void)
{
	fx_event("export");
	return slots;
}
#endif
