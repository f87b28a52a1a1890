/*
 * Two kinds of export hook: the one that gives slots, known since 3.15, and the classic one. With
 * older headers, which have no slots, the first function only reports that it must not be called.
 */
#include "fx_module.h"

#if PY_VERSION_HEX >= 0x030F0000
PyABIInfo_VAR(abi);

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &abi),
	PySlot_END,
};

PyMODEXPORT_FUNC PyModExport_both_exports(void);

PyMODEXPORT_FUNC
PyModExport_both_exports(void)
{
	fx_event("PyModExport_both_exports");
	return slots;
}
#else
void *PyModExport_both_exports(void);

void *
PyModExport_both_exports(void)
{
	fx_event("wrong: PyModExport_both_exports");
	return NULL;
}
#endif

FX_MODULE(both_exports, NULL)
