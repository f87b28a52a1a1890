/* fixture: names=token_default,token_own,token_nested,token_old */
/* reports the token of its module: the array that the hook returned, or the one in a slot */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static int own;
static PySlot slots[];

static PyObject *
token(PyObject *module, PyObject *unused)
{
	void *found;

	(void)unused;
	if (PyModule_GetToken(module, &found) < 0) {
		return NULL;
	}
	return PyUnicode_FromString(!found ? "none"
				    : found == &own ? "own"
				    : found == slots ? "slots"
				    : "unknown");
}

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec");
	return 0;
}

static PyMethodDef methods[] = {
	{"token", token, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PySlot nested[] = {
	PySlot_STATIC_DATA(Py_mod_token, &own),
	PySlot_END,
};

static PyModuleDef_Slot old[] = {
	{Py_mod_token, &own},
	{0, NULL}
};

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_STATIC_DATA(Py_mod_methods, methods),
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_END,
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	const char *how = strchr(FX_STR(FX_NAME), '_') + 1;
	PySlot slot = PySlot_END;

	if (strcmp(how, "own") == 0) {
		slot = (PySlot)PySlot_STATIC_DATA(Py_mod_token, &own);
	} else if (strcmp(how, "nested") == 0) {
		slot = (PySlot)PySlot_STATIC_DATA(Py_slot_subslots, nested);
	} else if (strcmp(how, "old") == 0) {
		slot = (PySlot)PySlot_STATIC_DATA(Py_mod_slots, old);
	}
	slots[3] = slot;
	fx_event("PyModExport");
	return slots;
}
#endif
