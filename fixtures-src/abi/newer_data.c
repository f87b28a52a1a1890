/* fixture: headers=3.11 defines=Py_LIMITED_API=0x030a0000 out=newer_data.abi3.so
 *	check=globdat:PyExc_EncodingWarning
 */
/* For the stable ABI of 3.10, with a variable that came with it. */
#include "fx.h"

static PyObject *
newer(PyObject *module, PyObject *unused)
{
	Py_INCREF(PyExc_EncodingWarning);
	return PyExc_EncodingWarning;
}

static PyMethodDef methods[] = {
	{"newer", newer, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL},
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_methods = methods,
};

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModuleDef_Init(&def);
}
