/* fixture: names=subslots_null,nested_five,pointer_values */
/* Slots in nested arrays: none at all, or five levels deep; values that are given as pointers. */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static PyObject *
answer(PyObject *module, PyObject *unused)
{
	(void)unused;
	return PyLong_FromLong(PyModule_GetState(module) ? 42 : -1);
}

static PyMethodDef methods[] = {
	{"answer", answer, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL},
};

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec");
	return 0;
}

#define INSIDE(array) PySlot_STATIC_DATA(Py_slot_subslots, array)

static PySlot five[] = {PySlot_STATIC_DATA(Py_mod_doc, "from the bottom"), PySlot_END};
static PySlot four[] = {INSIDE(five), PySlot_END};
static PySlot three[] = {INSIDE(four), PySlot_END};
static PySlot two[] = {INSIDE(three), PySlot_END};

#define SLOTS_subslots_null INSIDE(NULL), PySlot_SIZE(Py_mod_state_size, 1)
#define SLOTS_nested_five INSIDE(two), PySlot_SIZE(Py_mod_state_size, 1)
#define SLOTS_pointer_values PySlot_PTR(Py_mod_state_size, 16), PySlot_PTR(Py_mod_doc, "a pointer")

FX_MODEXPORT(FX_NAME)
{
	static PySlot slots[] = {
		PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
		FX_OF_NAME(SLOTS),
		PySlot_FUNC(Py_mod_exec, run),
		PySlot_STATIC_DATA(Py_mod_methods, methods),
		PySlot_END,
	};

	(void)two;
	return slots;
}
#endif
