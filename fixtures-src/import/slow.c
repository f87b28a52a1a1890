/* fixture: names=slow,slow_single,slow_failing */
/*
 * modules that let other threads run during their initialisation, so that a loader without a lock
 * would start a second one. The right outcome does not depend on how long they wait.
 */
#include "fx_gate.h"

#include <string.h>

static int
run(PyObject *module)
{
	fx_event("exec begins");
	fx_let_others_run();
	fx_event("exec ends");
	if (strcmp(FX_STR(FX_NAME), "slow_failing") == 0) {
		PyErr_SetString(PyExc_ValueError, "from exec");
		return -1;
	}
	return 0;
}

FX_DEF(FX_SLOTS({Py_mod_exec, run}));

static PyModuleDef single_def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = -1
};

FX_HOOK(FX_NAME)
{
	PyObject *module;

	fx_event("init begins");
	fx_let_others_run();
	if (strcmp(FX_STR(FX_NAME), "slow_single") != 0) {
		fx_event("init ends");
		return PyModuleDef_Init(&def);
	}
	module = PyModule_Create(&single_def);
	fx_event("init ends");
	return module;
}
