/* m_size -1: holds a list; reports what PyState_FindModule finds */
#include "fx_single.h"

static PyModuleDef def;

static PyObject *
found(PyObject *module, PyObject *unused)
{
	PyObject *other = PyState_FindModule(&def);

	return PyUnicode_FromString(!other ? "nothing"
		: other == PyDict_GetItemString(PyImport_GetModuleDict(), FX_STR(FX_NAME))
		? "the module in sys.modules" : "another module");
}

FX_SINGLE_FILL(.m_size = -1, FX_METHODS({"found", found, METH_NOARGS, NULL}))
{
	fx_event("init");
	return PyModule_AddObject(module, "items", PyList_New(0));
}
