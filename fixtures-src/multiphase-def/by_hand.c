/* makes and executes modules from a definition as a loader does, with the caller's spec */
#include "fx_multi.h"

#if defined(PYPY_VERSION) && !defined(PyModule_FromDefAndSpec2)
/* declared for versions that lack it: the fixture compiles, but does not load */
PyAPI_FUNC(PyObject *) PyModule_FromDefAndSpec2(PyModuleDef *def, PyObject *spec, int version);
#define PyModule_FromDefAndSpec(d, s) PyModule_FromDefAndSpec2(d, s, PYTHON_API_VERSION)
#endif

static int
run_made(PyObject *module)
{
	fx_event("exec of %s", PyModule_GetName(module));
	return 0;
}

static PyModuleDef_Slot made_slots[] = {
	{Py_mod_exec, run_made},
	{0, NULL}
};

static PyModuleDef made = {
	PyModuleDef_HEAD_INIT, .m_name = "made", .m_slots = made_slots
};

/* a namespace with the argument as "name", or without a name */
static PyObject *
spec_of(PyObject *name)
{
	PyObject *types = PyImport_ImportModule("types");
	PyObject *spec = types ? PyObject_CallMethod(types, "SimpleNamespace", NULL) : NULL;

	Py_XDECREF(types);
	if (spec && name != Py_None && PyObject_SetAttrString(spec, "name", name) < 0) {
		Py_CLEAR(spec);
	}
	return spec;
}

static PyObject *
make(PyObject *module, PyObject *name)
{
	PyObject *spec = spec_of(name);
	PyObject *result = NULL;

	if (spec) {
		PyModuleDef_Init(&made);
		result = PyModule_FromDefAndSpec(&made, spec);
	}
	Py_XDECREF(spec);
	return result;
}

static PyObject *
execute(PyObject *module, PyObject *name)
{
	PyObject *result = make(module, name);

	if (result && PyModule_ExecDef(result, &made) < 0) {
		Py_CLEAR(result);
	}
	return result;
}

static PyObject *
execute_twice(PyObject *module, PyObject *name)
{
	PyObject *result = execute(module, name);

	if (result && PyModule_ExecDef(result, &made) < 0) {
		Py_CLEAR(result);
	}
	return result;
}

FX_MULTI(FX_METHODS({"make", make, METH_O, NULL},
		    {"execute", execute, METH_O, NULL},
		    {"execute_twice", execute_twice, METH_O, NULL}))
