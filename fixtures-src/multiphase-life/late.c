/* tells when it is made and executed, and what it is called then */
#include "fx.h"

static int
run(PyObject *module)
{
	fx_event("exec of %s", PyModule_GetName(module));
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
