/* fails with an exception that has a note */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	PyObject *type, *error, *traceback, *done;

	(void)module;
	PyErr_SetString(PyExc_ValueError, "raised");
	PyErr_Fetch(&type, &error, &traceback);
	PyErr_NormalizeException(&type, &error, &traceback);
	done = PyObject_CallMethod(error, "add_note", "s", "noted by the module");
	Py_XDECREF(done);
	if (done)
		PyErr_Restore(type, error, traceback);
	return -1;
}

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, run}))
