/* its hook and its execution slot let other threads run */
#include "fx_modexport.h"
#include "fx_gate.h"

#if FX_HAS_MODEXPORT

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec begins");
	fx_let_others_run();
	fx_event("exec ends");
	return 0;
}

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	fx_event("hook begins");
	fx_let_others_run();
	fx_event("hook ends");
	return slots;
}
#endif
