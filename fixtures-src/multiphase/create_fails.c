/* fixture: names=create_silent,create_raises,create_unreported,create_keyboard_interrupt */
/* create slots that end as they should not; the exec slot must not run after them */
#include "fx.h"

static int calls;

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	const char *name = FX_STR(FX_NAME);

	(void)spec;
	(void)def;
	fx_event("create %d", ++calls);
	if (strcmp(name, "create_silent") != 0) {
		PyErr_Format(strcmp(name, "create_keyboard_interrupt") == 0
			     ? PyExc_KeyboardInterrupt : PyExc_ValueError, "try %d", calls);
	}
	return strcmp(name, "create_unreported") == 0 ? PyModule_New("unreported") : NULL;
}

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec");
	return 0;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_create, create},
	{Py_mod_exec, run},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
