/* fixture: names=refused_size,refused_slot,refused_twice */
/* a create slot in a definition that is wrong as its name says */
#include "fx.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	fx_event("create");
	return PyModule_New(FX_STR(FX_NAME));
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_create, create},
	{0, NULL},
	{0, NULL}
};

FX_DEF(.m_slots = slots);

FX_HOOK(FX_NAME)
{
	const char *how = strchr(FX_STR(FX_NAME), '_') + 1;

	if (strcmp(how, "size") == 0) {
		def.m_size = -1;
	} else {
		slots[1].slot = strcmp(how, "twice") == 0 ? Py_mod_create : 32000;
		slots[1].value = create;
	}
	fx_event("init");
	return PyModuleDef_Init(&def);
}
