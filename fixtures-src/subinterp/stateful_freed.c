/* single-phase, its number in its state; reports when it is freed */
#include "fx.h"

static int calls;

static void
release(void *module)
{
	int *number = PyModule_GetState(module);

	fx_event("free %d", *number);
}

static PyObject *
number(PyObject *module, PyObject *unused)
{
	int *state = PyModule_GetState(module);

	(void)unused;
	return PyLong_FromLong(*state);
}

FX_DEF(.m_size = sizeof(int), FX_METHODS({"number", number, METH_NOARGS, NULL}), .m_free = release);

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	if (module) {
		*(int *)PyModule_GetState(module) = ++calls;
	}
	return module;
}
