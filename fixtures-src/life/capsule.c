/* fixture: names=capsule,capsule_leaked */
/* has a capsule; nothing ever releases the second module */
#include "fx_multi.h"

#include <string.h>

static void
destroy(PyObject *capsule)
{
	fx_event("capsule destroyed, value %d", *(int *)PyCapsule_GetPointer(capsule, "capsule"));
}

static int
run(PyObject *module)
{
	static int value = 42;
	PyObject *capsule = PyCapsule_New(&value, "capsule", destroy);
	int failed = !capsule || PyObject_SetAttrString(module, "capsule", capsule);

	Py_XDECREF(capsule);
	if (!failed && strcmp(FX_STR(FX_NAME), "capsule_leaked") == 0)
		Py_INCREF(module);
	return -failed;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}))
