/* fixture: names=pair_one,pair_two */
/* m_size -1: each imports the other at the first call of its init function */
#include "fx.h"

static int calls;

FX_DEF(.m_size = -1);

/* the other module of the pair, or None from the second call on */
static PyObject *
partner(int call)
{
	const char *mine = FX_STR(FX_NAME);

	if (call > 1) {
		return Py_BuildValue("");
	}
	return PyImport_ImportModule(strcmp(mine, "pair_one") == 0 ? "pair_two" : "pair_one");
}

FX_HOOK(FX_NAME)
{
	int call = ++calls;
	PyObject *module;
	PyObject *other;

	fx_event(FX_STR(FX_NAME) " %d begins", call);
	other = partner(call);
	if (!other) {
		return NULL;
	}
	module = PyModule_Create(&def);
	if (module && (PyModule_AddIntConstant(module, "call", call) < 0
		       || PyObject_SetAttrString(module, "partner", other) < 0)) {
		Py_CLEAR(module);
	}
	Py_DECREF(other);
	fx_event(FX_STR(FX_NAME) " %d ends", call);
	return module;
}
