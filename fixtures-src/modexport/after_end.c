/* slots after the end of the slots; none of them would be allowed before it */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static int
run(PyObject *module)
{
	fx_event("exec");
	return 0;
}

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_END,
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_DATA(Py_slot_invalid, slots),
};

FX_MODEXPORT(FX_NAME)
{
	return slots;
}
#endif
