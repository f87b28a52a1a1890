/* cycle() leaves behind a list that holds itself, and a capsule that reports its end */
#include "fx.h"

static void
report(PyObject *capsule)
{
	(void)capsule;
	fx_event("collected");
}

static PyObject *
cycle(PyObject *module, PyObject *none)
{
	static char something;
	PyObject *capsule = PyCapsule_New(&something, NULL, report);
	PyObject *list = PyList_New(0);
	int failed = !capsule || !list || PyList_Append(list, list) < 0 ||
		     PyList_Append(list, capsule) < 0;

	(void)module, (void)none;
	Py_XDECREF(list);
	Py_XDECREF(capsule);
	if (failed)
		return NULL;
	Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
	{"cycle", cycle, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_methods = methods
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
