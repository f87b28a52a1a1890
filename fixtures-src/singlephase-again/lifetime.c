/* m_size > 0, with all functions that are called when a module is freed */
#include "fx.h"

static int calls;

static int
clear(PyObject *module)
{
	long *number = PyModule_GetState(module);

	fx_event("clear %ld", number ? *number : 0);
	return 0;
}

static void
release(void *module)
{
	long *number = PyModule_GetState(module);

	fx_event("free %ld", number ? *number : 0);
}

FX_DEF(.m_size = sizeof(long), .m_clear = clear, .m_free = release);

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);
	long *number = module ? PyModule_GetState(module) : NULL;

	fx_event("init %d", ++calls);
	if (number) {
		*number = calls;
	}
	return module;
}
