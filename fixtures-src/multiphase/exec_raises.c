/* fixture: names=exec_raises,exec_keyboard_interrupt,exec_system_exit */
/* sets an attribute of the module and fails with the exception that its name says */
#include "fx_multi.h"

static int calls;

static int
run(PyObject *module)
{
	const char *name = FX_STR(FX_NAME);
	PyObject *type = strcmp(name, "exec_raises") == 0 ? PyExc_ValueError
		: strcmp(name, "exec_system_exit") == 0 ? PyExc_SystemExit
		: PyExc_KeyboardInterrupt;

	fx_event("exec %d, mark %s", ++calls,
		 PyObject_HasAttrString(module, "mark") ? "there" : "not there");
	if (PyModule_AddIntConstant(module, "mark", 1) == 0) {
		PyErr_Format(type, "try %d", calls);
	}
	return -1;
}

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, run}))
