/* fixture: names=exec_raises,exec_silent,exec_unreported */
/* The exec slot of a module made from slots fails. */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
#define RAISES_exec_raises 1
#define RAISES_exec_silent 0
#define RAISES_exec_unreported 1
#define RESULT_exec_raises -1
#define RESULT_exec_silent -1
#define RESULT_exec_unreported 0

static int
run(PyObject *module)
{
	fx_event("exec");
	if (FX_OF_NAME(RAISES))
		PyErr_SetString(PyExc_ValueError, "from exec");
	return FX_OF_NAME(RESULT);
}

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	fx_event("hook");
	return slots;
}
#endif
