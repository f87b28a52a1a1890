/* makes an interpreter with its own GIL and ends it; needs CPython's headers from 3.12 on */
#include "fx_multi.h"

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

	if (!PyStatus_Exception(status)) {
		Py_EndInterpreter(made);
	}
	PyThreadState_Swap(here);
	return PyUnicode_FromString(PyStatus_Exception(status) ? "refused" : "made");
#else
	Py_INCREF(check);
	return check;
#endif
}

FX_MULTI(FX_METHODS({"own_lock", own_lock, METH_O, NULL}))
