/* fixture: headers=3.15 check=exports:PyModExport_built_for_315 check=lacks:PyInit_built_for_315 */
/* A module with only the slots hook, built for 3.15 and loaded by other versions. */
#include "fx_modexport.h"

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_END,
};

__attribute__((constructor)) static void
opened(void)
{
	fx_event("opened");
}

FX_MODEXPORT(FX_NAME)
{
	fx_event("hook");
	return slots;
}
