/* fixture: headers=3.11 out=removed_function.so check=undef:PyUnicode_AsUnicode
 *	cflags=-Wno-deprecated-declarations
 */
/* For 3.11, with a function that 3.12 has no more. */
#include "fx.h"

static PyObject *
older(PyObject *module, PyObject *arg)
{
	return PyBool_FromLong(PyUnicode_AsUnicode(arg) != NULL);
}

static PyMethodDef methods[] = {
	{"older", older, METH_O, NULL},
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
