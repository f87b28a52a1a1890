/* fixture: headers=3.15 defines=Py_TARGET_ABI3T=0x030f0000 out=abi3t_made.abi3t.so
 *	check=lacks:PyInit_abi3t_made check=initarray
 */
/* For the stable ABI with and without a GIL: objects are opaque, and there are no definitions. */
#include "fx.h"

static PyObject *
answer(PyObject *module, PyObject *unused)
{
	return PyLong_FromLong(42);
}

static PyMethodDef methods[] = {
	{"answer", answer, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL},
};

PyABIInfo_VAR(abi);

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &abi),
	PySlot_STATIC_DATA(Py_mod_methods, methods),
	PySlot_END,
};

__attribute__((constructor)) static void
opened(void)
{
	fx_event("opened");
}

PyMODEXPORT_FUNC PyModExport_abi3t_made(void);

PyMODEXPORT_FUNC
PyModExport_abi3t_made(void)
{
	fx_event("hook");
	return slots;
}
