/* fixture: names=global,stateless */
/* single-phase modules, m_size -1 and 0, which count how often they were initialised */
#include "fx.h"

#include <string.h>

static int count;

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	PyObject *module;

	if (!strcmp(FX_STR(FX_OWN), "global"))
		def.m_size = -1;
	module = PyModule_Create(&def);
	fx_event("init %d", ++count);
	if (module && (fx_needs_no_gil(module) < 0 ||
		       PyModule_AddIntConstant(module, "count", count) < 0))
		Py_CLEAR(module);
	return module;
}
