/* a submodule made from slots */
#include "../fx_modexport.h"

#if FX_HAS_MODEXPORT
static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_FUNC(Py_mod_exec, fx_exec_named),
	PySlot_END,
};

FX_MODEXPORT(part)
{
	fx_event("part: hook");
	return slots;
}
#endif
