/* what stands behind the end of the slots is not the loader's business */
#include "fx.h"

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec");
	return 0;
}

static int
behind(PyObject *module)
{
	(void)module;
	fx_event("exec behind the end");
	return 0;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{0, NULL},
	{Py_mod_exec, behind},
	{12345, NULL},
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
