/* fixture: names=shared_zero,shared_global */
/* two hooks, for the modules one and two, of one definition; the file's name says its size */
#include "fx.h"

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = "shared"
};

static PyObject *
make(const char *hook)
{
	PyObject *module;

	fx_event("init of %s", hook);
	def.m_size = strcmp(FX_STR(FX_NAME), "shared_zero") == 0 ? 0 : -1;
	module = PyModule_Create(&def);
	if (module && PyModule_AddStringConstant(module, "made_by", hook) < 0) {
		Py_CLEAR(module);
	}
	return module;
}

FX_HOOK(one)
{
	return make("one");
}

FX_HOOK(two)
{
	return make("two");
}
