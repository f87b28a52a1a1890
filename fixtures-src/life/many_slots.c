/* made from slots, to be loaded many times */
#include "../modexport/fx_modexport.h"

#if FX_HAS_MODEXPORT
static int
run(PyObject *module)
{
	return PyModule_AddIntConstant(module, "answer", 42);
}

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_SIZE(Py_mod_state_size, 64),
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	return slots;
}
#endif
