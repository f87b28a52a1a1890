/*
 * Three export hooks that give slots, and an init function of another name. Each module says under
 * which name it is executed.
 */
#include "../modexport/fx_modexport.h"

#if FX_HAS_MODEXPORT
static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_FUNC(Py_mod_exec, fx_exec_named),
	PySlot_END,
};

/* the punycode of "päck" */
FX_MODEXPORT(pck_qla)
{
	fx_event("not for a name that is not ASCII");
	return slots;
}

PyMODEXPORT_FUNC PyModExportU_pck_qla(void);

PyMODEXPORT_FUNC
PyModExportU_pck_qla(void)
{
	fx_event("PyModExportU_pck_qla");
	return slots;
}

FX_MODEXPORT(part)
{
	fx_event("PyModExport_part");
	return slots;
}

FX_MODEXPORT(with_hyphen)
{
	fx_event("PyModExport_with_hyphen");
	return slots;
}
#endif

FX_DEF(FX_SLOTS({Py_mod_exec, fx_exec_named}, FX_NEEDS_NO_GIL));

FX_HOOK(older)
{
	fx_event("PyInit_older");
	return PyModuleDef_Init(&def);
}
