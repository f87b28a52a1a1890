/* its init function calls PyState_AddModule for its module before the loader does */
#include "fx.h"

static PyModuleDef def;

static PyObject *
find(PyObject *module, PyObject *unused)
{
	PyObject *found = PyState_FindModule(&def);

	return PyUnicode_FromString(!found ? "nothing" : found == module ? "itself" : "another");
}

FX_DEF(.m_size = 0, FX_METHODS({"find", find, METH_NOARGS, NULL}));

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init");
	if (module && PyState_AddModule(module, &def) < 0) {
		Py_CLEAR(module);
	}
	if (module) {
		fx_event("finds %s",
			 PyState_FindModule(&def) == module ? "itself" : "something else");
	}
	return module;
}
