/* A definition whose slots have a nested array of the new kind; older headers know none. */
#include "fx_multi.h"

#if PY_VERSION_HEX >= 0x030F0000
static PySlot inner[] = {
	PySlot_FUNC(Py_mod_exec, fx_exec_answer),
	PySlot_END,
};

FX_MULTI(FX_SLOTS({Py_slot_subslots, inner}))
#else
FX_MULTI(FX_SLOTS({Py_mod_exec, fx_exec_answer}))
#endif
