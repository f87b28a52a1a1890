/* fixture: names=counted_global,counted_stateless */
/* a single-phase module with the number of its initialisation, counted in this file */
#include "fx_single.h"

#include <string.h>

static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME)};
static int initialisations;

FX_HOOK(FX_NAME)
{
	PyObject *module;

	def.m_size = strcmp(FX_STR(FX_NAME), "counted_global") ? 0 : -1;
	module = PyModule_Create(&def);
	if (module && PyModule_AddIntConstant(module, "number", ++initialisations) < 0)
		Py_CLEAR(module);
	return module;
}
