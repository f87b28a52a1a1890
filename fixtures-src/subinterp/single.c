/* fixture: names=global,stateless,stateful */
/* single-phase modules with the three kinds of m_size; each reports its initialisations */
#include "fx.h"

static int calls;

FX_DEF(.m_size = -1);

FX_HOOK(FX_NAME)
{
	PyObject *module;

	if (strcmp(FX_STR(FX_NAME), "global") != 0) {
		def.m_size = strcmp(FX_STR(FX_NAME), "stateful") == 0 ? 8 : 0;
	}
	fx_event("init %d", ++calls);
	module = PyModule_Create(&def);
	if (module && PyModule_AddIntConstant(module, "call", calls) < 0) {
		Py_CLEAR(module);
	}
	return module;
}
