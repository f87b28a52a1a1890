/* fixture: names=exec_order_0,exec_order_1,exec_order_2,exec_order_3 */
/* three exec slots; the one with the number in the module's name fails */
#include "fx_multi.h"

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
	return run(1);
}

static int
run_second(PyObject *module)
{
	return run(2);
}

static int
run_third(PyObject *module)
{
	return run(3);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run_first}, {Py_mod_exec, run_second}, {Py_mod_exec, run_third}))
