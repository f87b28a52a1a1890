/* m_size -1: holds a list; tells what PyState_FindModule finds */
#include "fx.h"

static PyModuleDef def;

static PyObject *
found(PyObject *module, PyObject *unused)
{
	PyObject *other = PyState_FindModule(&def);

	(void)module;
	(void)unused;
	return PyUnicode_FromString(!other ? "nothing"
		: other == PyDict_GetItemString(PyImport_GetModuleDict(), FX_STR(FX_NAME))
		? "the module in sys.modules" : "another module");
}

static PyMethodDef methods[] = {
	{"found", found, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = -1, .m_methods = methods
};

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init");
	if (module && PyModule_AddObject(module, "items", PyList_New(0)) < 0) {
		Py_CLEAR(module);
	}
	return module;
}
