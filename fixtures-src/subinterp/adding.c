/* m_size -1; add() makes another module from its definition and calls PyState_AddModule for it */
#include "fx.h"

static int calls;
static PyModuleDef def;

static PyObject *
add(PyObject *self, PyObject *unused)
{
	PyObject *module = PyModule_Create(&def);
	int bad;

	(void)self;
	(void)unused;
	if (!module) {
		return NULL;
	}
	bad = PyState_AddModule(module, &def);
	Py_DECREF(module);
	return bad ? NULL : PyLong_FromLong(0);
}

static PyMethodDef methods[] = {
	{"add", add, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = "adding", .m_size = -1, .m_methods = methods
};

FX_HOOK(FX_NAME)
{
	fx_event("init %d", ++calls);
	return PyModule_Create(&def);
}
