/* fixture: names=exec_import_error,create_import_error */
/* raises an ImportError, as the import system does, from the slot in its name */
#include "fx.h"

static int
refuse(void)
{
	PyErr_SetString(PyExc_ImportError, "not on this machine");
	return -1;
}

static int
run(PyObject *module)
{
	return refuse();
}

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	refuse();
	return NULL;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{0, NULL}
};

FX_DEF(.m_slots = slots);

FX_HOOK(FX_NAME)
{
	if (strcmp(FX_STR(FX_NAME), "create_import_error") == 0) {
		slots[0].slot = Py_mod_create;
		slots[0].value = create;
	}
	return PyModuleDef_Init(&def);
}
