/* like held, but exec fails: then only the exception could hold the module */
#include "fx_multi.h"

static void
report(PyObject *capsule)
{
	fx_event("%s is let go", (const char *)PyCapsule_GetPointer(capsule, NULL));
}

static int
exec(PyObject *module)
{
	static char name[] = FX_STR(FX_NAME);
	PyObject *capsule = PyCapsule_New(name, NULL, report);
	PyObject *list = PyList_New(0);
	int failed = !capsule || !list || PyList_Append(list, list) < 0 ||
		     PyList_Append(list, capsule) < 0 ||
		     PyObject_SetAttrString(module, "list", list) < 0;

	Py_XDECREF(list);
	Py_XDECREF(capsule);
	if (!failed)
		PyErr_SetString(PyExc_RuntimeError, "not this time");
	return -1;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, exec}))
