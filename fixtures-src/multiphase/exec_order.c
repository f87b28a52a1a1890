/* fixture: names=exec_order_0,exec_order_1,exec_order_2,exec_order_3 */
/* three exec slots, of which the one with the number in the module's name fails */
#include "fx.h"

static int
run(int number)
{
	int fails = FX_STR(FX_NAME)[sizeof(FX_STR(FX_NAME)) - 2] - '0';

	fx_event("exec %d", number);
	if (number == fails) {
		PyErr_Format(PyExc_ValueError, "slot %d", number);
		return -1;
	}
	return 0;
}

static int
run_first(PyObject *module)
{
	(void)module;
	return run(1);
}

static int
run_second(PyObject *module)
{
	(void)module;
	return run(2);
}

static int
run_third(PyObject *module)
{
	(void)module;
	return run(3);
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run_first},
	{Py_mod_exec, run_second},
	{Py_mod_exec, run_third},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
