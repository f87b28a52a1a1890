/* fixture: check=lacks:PyInit_slots_only check=lacks:PyInitU_9ca */
/*
 * Only export hooks that give slots, known since 3.15: one for the name of the file and one for
 * U+00E9. With older headers, which have no slots, the functions only report that they must not
 * be called.
 */
#include "fx_module.h"

#if PY_VERSION_HEX >= 0x030F0000
PyABIInfo_VAR(abi);

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &abi),
	PySlot_END,
};

PyMODEXPORT_FUNC PyModExport_slots_only(void);

PyMODEXPORT_FUNC
PyModExport_slots_only(void)
{
	fx_event("PyModExport_slots_only");
	return slots;
}

PyMODEXPORT_FUNC PyModExportU_9ca(void);

PyMODEXPORT_FUNC
PyModExportU_9ca(void)
{
	fx_event("PyModExportU_9ca");
	return slots;
}
#else
void *PyModExport_slots_only(void);

void *
PyModExport_slots_only(void)
{
	fx_event("wrong: PyModExport_slots_only");
	return NULL;
}

void *PyModExportU_9ca(void);

void *
PyModExportU_9ca(void)
{
	fx_event("wrong: PyModExportU_9ca");
	return NULL;
}
#endif
