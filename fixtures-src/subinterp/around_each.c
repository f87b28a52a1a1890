/* fixture: names=around_one,around_two */
/* each imports the other in its execution slot */
#include "fx_multi.h"

#include <string.h>

static int
run(PyObject *module)
{
	int first = !strcmp(FX_STR(FX_NAME), "around_one");
	PyObject *other;

	(void)module;
	fx_event(FX_STR(FX_NAME) ": exec");
	other = PyImport_ImportModule(first ? "around_two" : "around_one");
	Py_XDECREF(other);
	return other ? 0 : -1;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
