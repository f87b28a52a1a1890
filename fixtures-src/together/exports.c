/* fixture: names=export_held,export_other,export_fails_once */
/*
 * The export hook, which gives slots, waits at a gate that has the module's name. That of
 * export_fails_once fails at its first call.
 */
#include "../modexport/fx_modexport.h"
#include "fx_gate.h"

#if FX_HAS_MODEXPORT
static int calls;

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_DATA(Py_mod_gil, Py_MOD_GIL_NOT_USED),
	PySlot_FUNC(Py_mod_exec, fx_exec_named),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	fx_event("hook %s", FX_STR(FX_NAME));
	fx_gate_released(FX_STR(FX_NAME));
	if (strcmp(FX_STR(FX_NAME), "export_fails_once") == 0 && calls++ == 0) {
		PyErr_SetString(PyExc_ValueError, "raised by the hook");
		return NULL;
	}
	return slots;
}
#endif
