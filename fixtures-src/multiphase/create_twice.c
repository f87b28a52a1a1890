/* two create slots */
#include "fx.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	(void)spec;
	(void)def;
	fx_event("create");
	return PyModule_New("created");
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_create, create},
	{Py_mod_create, create},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
