/* fixture: names=export_outer,export_inner */
/* The export hook of export_outer imports export_inner, whose hook gives slots, too. */
#include "../modexport/fx_modexport.h"

#if FX_HAS_MODEXPORT
static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_FUNC(Py_mod_exec, fx_exec_named),
	PySlot_END,
};

static int
import_inner(void)
{
	PyObject *inner = PyImport_ImportModule("export_inner");

	Py_XDECREF(inner);
	return inner ? 0 : -1;
}

FX_MODEXPORT(FX_NAME)
{
	fx_event("hook of %s begins", FX_STR(FX_NAME));
	if (strcmp(FX_STR(FX_NAME), "export_outer") == 0 && import_inner() < 0)
		return NULL;
	fx_event("hook of %s ends", FX_STR(FX_NAME));
	return slots;
}
#endif
