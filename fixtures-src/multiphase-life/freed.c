/* m_size 0, but with something to do when the module goes; so has its library */
#include "fx.h"

static void
release(void *module)
{
	(void)module;
	fx_event("free");
}

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec");
	return 0;
}

__attribute__((destructor)) static void
unmapped(void)
{
	fx_event("destructor");
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_slots = slots, .m_free = release
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
