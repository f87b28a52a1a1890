/* fixture: names=subslots,old_slots,nested_deep */
/* Slots in nested arrays, of the same kind or of the older kind. */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static PyObject *
answer(PyObject *module, PyObject *unused)
{
	return PyLong_FromLong(42);
}

static PyMethodDef methods[] = {
	{"answer", answer, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL},
};

static int
run(PyObject *module)
{
	fx_event("exec");
	return 0;
}

static PyModuleDef_Slot old[] = {
	{Py_mod_exec, run},
	{0, NULL},
};

static PySlot inner[] = {
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_END,
};

static PySlot middle[] = {
	PySlot_STATIC_DATA(Py_slot_subslots, inner),
	PySlot_STATIC_DATA(Py_mod_doc, "from the middle"),
	PySlot_END,
};

#define SLOT_subslots PySlot_STATIC_DATA(Py_slot_subslots, inner)
#define SLOT_old_slots PySlot_STATIC_DATA(Py_mod_slots, old)
#define SLOT_nested_deep PySlot_STATIC_DATA(Py_slot_subslots, middle)

FX_MODEXPORT(FX_NAME)
{
	static PySlot slots[] = {
		PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
		FX_OF_NAME(SLOT),
		PySlot_STATIC_DATA(Py_mod_methods, methods),
		PySlot_END,
	};

	(void)old;
	(void)middle;
	return slots;
}
#endif
