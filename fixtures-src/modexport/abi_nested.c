/* fixture: names=abi_nested,abi_nested_wrong,abi_nested_missing */
/* The slot for the ABI stands in a nested array: it fits, does not fit, or is missing. */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static PyABIInfo newer = {
	1, 0, PyABIInfo_GIL, PY_VERSION_HEX + 0x10000, PY_VERSION_HEX + 0x10000
};

static int
run(PyObject *module)
{
	fx_event("exec " FX_STR(FX_NAME));
	return 0;
}

#define SLOTS_abi_nested PySlot_STATIC_DATA(Py_mod_abi, &fx_abi), PySlot_END
#define SLOTS_abi_nested_wrong PySlot_STATIC_DATA(Py_mod_abi, &newer), PySlot_END
#define SLOTS_abi_nested_missing PySlot_END

static PySlot inner[] = {FX_OF_NAME(SLOTS)};
static PySlot slots[] = {
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_STATIC_DATA(Py_slot_subslots, inner),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	(void)newer;
	(void)fx_abi;
	fx_event("hook");
	return slots;
}
#endif
