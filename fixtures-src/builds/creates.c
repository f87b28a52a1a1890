/* fixture: names=creates_module,creates_unsaid,creates_object */
/*
 * A create slot makes the module, or an object that is no module. Both say that they need no GIL;
 * the module creates_unsaid says nothing.
 */
#include "gil.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	(void)spec;
	(void)def;
	fx_event("create %s", gil_now());
	if (strcmp(FX_STR(FX_NAME), "creates_object") == 0)
		return PySet_New(NULL);
	return PyModule_New(FX_STR(FX_NAME));
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_create, create},
	{Py_mod_gil, Py_MOD_GIL_NOT_USED},
	{0, NULL}
};

FX_DEF(.m_slots = slots);

FX_HOOK(FX_NAME)
{
	if (strcmp(FX_STR(FX_NAME), "creates_unsaid") == 0)
		slots[1].slot = 0;
	return PyModuleDef_Init(&def);
}
