/* executes a definition on an object that was not made from it */
#include "fx_multi.h"

static int
run_other(PyObject *module)
{
	fx_event("exec of %s", PyModule_GetName(module));
	return PyModule_AddIntConstant(module, "executed", 1);
}

static PyModuleDef_Slot other_slots[] = {
	{Py_mod_exec, run_other},
	{0, NULL}
};

static PyModuleDef other = {
	PyModuleDef_HEAD_INIT, .m_name = "other", .m_slots = other_slots
};

static PyObject *
on(PyObject *module, PyObject *object)
{
	PyModuleDef_Init(&other);
	if (PyModule_ExecDef(object, &other) < 0) {
		return NULL;
	}
	Py_RETURN_NONE;
}

/* on a module that was not made from a definition */
static PyObject *
on_new(PyObject *module, PyObject *name)
{
	PyObject *made = PyModule_NewObject(name);
	PyObject *result = made ? on(module, made) : NULL;

	Py_XDECREF(result);
	if (!result) {
		Py_CLEAR(made);
	}
	return made;
}

FX_MULTI(FX_METHODS({"on", on, METH_O, NULL}, {"on_new", on_new, METH_O, NULL}))
