/* reports when it is mapped, initialised, executed and unmapped */
#include "fx.h"

__attribute__((constructor)) static void
mapped(void)
{
	fx_event("constructor");
}

__attribute__((destructor)) static void
unmapped(void)
{
	fx_event("destructor");
}

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec");
	return 0;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModuleDef_Init(&def);
}
