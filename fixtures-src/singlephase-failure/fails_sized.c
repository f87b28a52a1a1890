/* fixture: names=fails_zero,fails_positive,fails_below */
/* has the size that its name says; its first initialisation fails after the module was made */
#include "fx.h"

static int calls;

static PyObject *
bump(PyObject *module, PyObject *unused)
{
	long *number = PyModule_GetState(module);

	return PyLong_FromLong(number ? ++*number : -1);
}

FX_DEF(FX_METHODS({"bump", bump, METH_NOARGS, NULL}));

FX_HOOK(FX_NAME)
{
	const char *size = strchr(FX_STR(FX_NAME), '_') + 1;
	PyObject *module;
	long *number;

	def.m_size = strcmp(size, "below") == 0 ? -2 : strcmp(size, "zero") == 0 ? 0
		: (Py_ssize_t)sizeof(long);
	module = PyModule_Create(&def);
	fx_event("init %d", ++calls);
	if (module && def.m_size > 0) {
		number = PyModule_GetState(module);
		*number += calls * 10;
	}
	if (module && calls == 1) {
		PyErr_SetString(PyExc_RuntimeError, "not yet");
		Py_CLEAR(module);
	}
	return module;
}
