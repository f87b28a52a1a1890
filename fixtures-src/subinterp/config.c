/* makes an interpreter with a lock of its own and ends it: for CPython's headers from 3.12 on */
#include "fx.h"

static PyObject *
own_lock(PyObject *module, PyObject *check)
{
#if PY_VERSION_HEX >= 0x030C0000 && !defined(PYPY_VERSION)
	PyThreadState *here = PyThreadState_Get();
	PyThreadState *made = NULL;
	PyInterpreterConfig config = {
		.allow_threads = 1,
		.check_multi_interp_extensions = PyObject_IsTrue(check),
		.gil = PyInterpreterConfig_OWN_GIL,
	};
	PyStatus status = Py_NewInterpreterFromConfig(&made, &config);

	(void)module;
	if (!PyStatus_Exception(status)) {
		Py_EndInterpreter(made);
	}
	PyThreadState_Swap(here);
	return PyUnicode_FromString(PyStatus_Exception(status) ? "refused" : "made");
#else
	(void)module;
	Py_INCREF(check);
	return check;
#endif
}

static PyMethodDef methods[] = {
	{"own_lock", own_lock, METH_O, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_methods = methods
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
