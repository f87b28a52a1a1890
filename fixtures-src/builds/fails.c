/* fixture: names=hook_fails,create_fails,exec_fails */
/* Modules that say nothing about the GIL, and fail where the name says. */
#include "gil.h"

static PyObject *
fail(const char *where)
{
	fx_event("%s %s", where, gil_now());
	PyErr_SetString(PyExc_ValueError, where);
	return NULL;
}

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	(void)spec;
	(void)def;
	return fail("create");
}

static int
run(PyObject *module)
{
	(void)module;
	fail("exec");
	return -1;
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, run}, {0, NULL}};

FX_DEF(.m_slots = slots);

FX_HOOK(FX_NAME)
{
	const char *name = FX_STR(FX_NAME);

	if (strcmp(name, "hook_fails") == 0)
		return fail("hook");
	if (strcmp(name, "create_fails") == 0)
		slots[0] = (PyModuleDef_Slot){Py_mod_create, create};
	return PyModuleDef_Init(&def);
}
