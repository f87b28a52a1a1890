/* fixture: names=exec_silent,exec_positive,exec_positive_raises,exec_unreported */
/* exec slots that end as they should not; another one behind them must not run */
#include "fx.h"

static int
run(PyObject *module)
{
	const char *name = FX_STR(FX_NAME);
	int raises = strcmp(name, "exec_positive_raises") == 0
		|| strcmp(name, "exec_unreported") == 0;

	(void)module;
	fx_event("exec");
	if (raises) {
		PyErr_SetString(PyExc_ValueError, "from exec");
	}
	if (strcmp(name, "exec_unreported") == 0) {
		return 0;
	}
	return strcmp(name, "exec_silent") == 0 ? -1 : 1;
}

static int
run_next(PyObject *module)
{
	(void)module;
	fx_event("next exec");
	return 0;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{Py_mod_exec, run_next},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
