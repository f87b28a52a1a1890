/* fixture: names=interp_none,interp_shared,interp_own,gil_unused,gil_used */
/*
 * Whether a module made from slots supports several interpreters, and interpreters with their own
 * GIL.
 */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
#define SLOT_interp_none \
	PySlot_DATA(Py_mod_multiple_interpreters, Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED)
#define SLOT_interp_shared \
	PySlot_DATA(Py_mod_multiple_interpreters, Py_MOD_MULTIPLE_INTERPRETERS_SUPPORTED)
#define SLOT_interp_own \
	PySlot_DATA(Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED)
#define SLOT_gil_unused PySlot_DATA(Py_mod_gil, Py_MOD_GIL_NOT_USED)
#define SLOT_gil_used PySlot_DATA(Py_mod_gil, Py_MOD_GIL_USED)

static int
run(PyObject *module)
{
	fx_event("exec");
	return 0;
}

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_FUNC(Py_mod_exec, run),
	FX_OF_NAME(SLOT),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	return slots;
}
#endif
