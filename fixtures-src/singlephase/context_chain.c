/* fixture: names=chain_1,chain_2,chain_3 */
/* each imports the next one and then makes its own module */
#include "fx.h"

FX_DEF(.m_size = 0);

static int
import_next(void)
{
	char next[] = FX_STR(FX_NAME);
	PyObject *module;

	if (++next[sizeof(next) - 2] > '3') {
		return 0;
	}
	module = PyImport_ImportModule(next);
	Py_XDECREF(module);
	return module ? 0 : -1;
}

FX_HOOK(FX_NAME)
{
	PyObject *module;

	if (import_next() < 0) {
		return NULL;
	}
	module = PyModule_Create(&def);
	fx_event("made as %s", module ? PyModule_GetName(module) : "nothing");
	return module;
}
