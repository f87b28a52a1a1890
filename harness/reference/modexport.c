/* The export hook of Python 3.15 and later, which returns slots: PEP 793. */
#include "reference.h"

#include <string.h>

#if HAVE_MODEXPORT

/*
 * True if a token can be added. It cannot if the slots have one, or if a create slot may return
 * something other than a module, which has no token. Slots can be nested: PEP 820
 */
static bool
wants_token(const PySlot *slot)
{
	for (; slot->sl_id != Py_slot_end; slot++) {
		if (slot->sl_id == Py_mod_token || slot->sl_id == Py_mod_create)
			return false;
		if (slot->sl_id == Py_mod_slots)
			return false; /* of the older kind: not looked into */
		if (slot->sl_id == Py_slot_subslots && slot->sl_ptr && !wants_token(slot->sl_ptr))
			return false;
	}
	return true;
}

/*
 * By default a module's token is the pointer that its hook returned: PEP 793, "Tokens". The slots
 * are copied beside it: in an array of their own they would be nested more deeply, which is limited
 */
static PyObject *
with_token(const PySlot *slots, PyObject *spec)
{
	const PySlot token = PySlot_STATIC_DATA(Py_mod_token, (void *)slots);
	PyObject *module;
	PySlot *all;
	size_t n = 1;

	while (slots[n - 1].sl_id != Py_slot_end)
		n++;
	all = PyMem_New(PySlot, n + 1);
	if (!all)
		return PyErr_NoMemory();
	all[0] = token;
	memcpy(all + 1, slots, n * sizeof(*slots));
	module = PyModule_FromSlotsAndSpec(all, spec);
	PyMem_Free(all);
	return module;
}

/* PEP 793, "New export hook"; cpython:Python/import.c:import_run_modexport */
PyObject *
run_modexport(funcptr hook, const struct load_info *info, PyObject *spec)
{
	PySlot *slots = ((PySlot * (*)(void))hook)();

	if (!slots && !PyErr_Occurred())
		PyErr_Format(PyExc_SystemError, "module export hook for module %R failed "
			     "without setting an exception", info->name);
	else if (slots && PyErr_Occurred())
		PyErr_Format(PyExc_SystemError, "module export hook for module %R raised "
			     "unreported exception", info->name);
	if (PyErr_Occurred())
		return NULL;
	if (wants_token(slots))
		return with_token(slots, spec);
	return PyModule_FromSlotsAndSpec(slots, spec);
}

#else
typedef int not_empty; /* ISO C forbids an empty file */
#endif
