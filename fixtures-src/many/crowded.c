/* a single-phase module with a thousand values and two hundred functions */
#include "fx_single.h"

#include <stdio.h>

enum { VALUES = 1000, FUNCTIONS = 200 };

static PyMethodDef functions[FUNCTIONS + 1];
static char names[FUNCTIONS][16];
static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = -1,
			  .m_methods = functions};

static PyObject *
answer(PyObject *module, PyObject *unused)
{
	(void)module, (void)unused;
	return PyLong_FromLong(42);
}

static int
add_values(PyObject *module)
{
	char name[32];

	for (int i = 0; i < VALUES; i++) {
		snprintf(name, sizeof(name), "value%d", i);
		if (PyModule_AddIntConstant(module, name, i) < 0)
			return -1;
	}
	return 0;
}

FX_HOOK(FX_OWN)
{
	PyObject *module;

	for (int i = 0; i < FUNCTIONS; i++) {
		snprintf(names[i], sizeof(names[i]), "function%d", i);
		functions[i] = (PyMethodDef){names[i], answer, METH_NOARGS, NULL};
	}
	fx_event("init");
	module = PyModule_Create(&def);
	if (module && add_values(module) < 0)
		Py_CLEAR(module);
	return module;
}
