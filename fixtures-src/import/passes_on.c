/* Calls passing.go() with the phase in its hook, its creation slot and its execution slot. */
#include "fx.h"

static int
goes_on(const char *phase)
{
	PyObject *passing = PyImport_ImportModule("passing");
	PyObject *result = passing ? PyObject_CallMethod(passing, "go", "s", phase) : NULL;
	int went = result != NULL;

	Py_XDECREF(result);
	Py_XDECREF(passing);
	return went;
}

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	PyObject *name, *module = NULL;

	(void)def;
	if (!goes_on("create"))
		return NULL;
	name = PyObject_GetAttrString(spec, "name");
	if (name)
		module = PyModule_NewObject(name);
	Py_XDECREF(name);
	return module;
}

static int
run(PyObject *module)
{
	(void)module;
	return goes_on("exec") ? 0 : -1;
}

FX_DEF(FX_SLOTS({Py_mod_create, create}, {Py_mod_exec, run}, FX_NEEDS_NO_GIL));

FX_HOOK(passes_on)
{
	return goes_on("init") ? PyModuleDef_Init(&def) : NULL;
}
