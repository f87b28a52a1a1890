/* calls PyState_RemoveModule for a definition that was never added */
#include "fx_single.h"

static PyModuleDef never_used = {
	PyModuleDef_HEAD_INIT, .m_name = "never_used"
};

static PyObject *
take_out(PyObject *module, PyObject *unused)
{
	if (PyState_RemoveModule(&never_used) < 0) {
		return NULL;
	}
	Py_RETURN_NONE;
}

FX_SINGLE(FX_METHODS({"take_out", take_out, METH_NOARGS, NULL}))
