/* reports what PyState_FindModule finds: nothing, the module in sys.modules, or another one */
#include "fx.h"

static PyModuleDef def;

static const char *
found(void)
{
	PyObject *module = PyState_FindModule(&def);

	if (!module) {
		return "nothing";
	}
	return module == PyDict_GetItemString(PyImport_GetModuleDict(), FX_STR(FX_NAME))
		? "the module in sys.modules" : "another module";
}

static PyObject *
find(PyObject *module, PyObject *unused)
{
	(void)module;
	(void)unused;
	return PyUnicode_FromString(found());
}

static PyMethodDef methods[] = {
	{"find", find, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
#ifdef STATE_SIZE
	.m_size = STATE_SIZE,
#else
	.m_size = -1,
#endif
	.m_methods = methods
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init finds %s", found());
	return module;
}
