/* The exec slot waits at the gates "again-1" and "again-2"; the second time it imports outer. */
#include "fx_gate.h"
#include "fx_multi.h"

static int
import_outer(void)
{
	PyObject *outer = PyImport_ImportModule("outer");

	if (!outer)
		return -1;
	fx_event("again gets outer, %s",
		 PyObject_HasAttrString(outer, "answer") ? "whole" : "in part");
	Py_DECREF(outer);
	return 0;
}

static int
run(PyObject *module)
{
	static int times;

	(void)module;
	fx_gate_released(++times == 1 ? "again-1" : "again-2");
	return times == 1 ? 0 : import_outer();
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
