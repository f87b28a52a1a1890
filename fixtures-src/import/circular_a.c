/* fixture: names=circular_a,circular_b */
/* two modules that import each other in their exec slots */
#include "fx_multi.h"

#include <string.h>

static int
run(PyObject *module)
{
	int first = strcmp(FX_STR(FX_NAME), "circular_a") == 0;
	PyObject *other;

	fx_event("%s: begin", FX_STR(FX_NAME));
	other = PyImport_ImportModule(first ? "circular_b" : "circular_a");
	if (!other) {
		return -1;
	}
	fx_event("%s: the other is %s", FX_STR(FX_NAME),
		 PyObject_HasAttrString(other, "ready") ? "ready" : "not ready");
	Py_DECREF(other);
	return PyModule_AddIntConstant(module, "ready", 1);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}))
