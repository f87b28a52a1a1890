/* can be used by one interpreter only, and itself refuses any other */
#include "fx.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	static PyInterpreterState *first;
	PyInterpreterState *current = PyThreadState_Get()->interp;
	PyObject *name;
	PyObject *module;

	(void)def;
	if (!first) {
		first = current;
	}
	if (first != current) {
		PyErr_SetString(PyExc_ImportError, "there is another interpreter here");
		return NULL;
	}
	name = PyObject_GetAttrString(spec, "name");
	module = name ? PyModule_NewObject(name) : NULL;
	Py_XDECREF(name);
	return module;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_create, create},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModuleDef_Init(&def);
}
