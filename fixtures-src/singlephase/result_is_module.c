/* stores the module that its hook made, and tells whether sys.modules has the same object */
#include "fx.h"

static PyObject *made;

static PyObject *
registered(PyObject *self, PyObject *unused)
{
	PyObject *found = PyDict_GetItemString(PyImport_GetModuleDict(), FX_STR(FX_NAME));

	return PyBool_FromLong(found == made);
}

FX_DEF(.m_doc = "the doc of the definition",
       .m_size = -1,
       FX_METHODS({"registered", registered, METH_NOARGS, NULL}));

FX_HOOK(FX_NAME)
{
	fx_event("init");
	made = PyModule_Create(&def);
	return made;
}
