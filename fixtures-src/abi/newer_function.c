/* fixture: headers=3.11 defines=Py_LIMITED_API=0x030a0000 out=newer_function.abi3.so
 *	check=undef:PyModule_AddObjectRef check=jumpslot:PyModule_AddObjectRef check=initarray
 */
/*
 * For the stable ABI of 3.10, with a function that 3.10 added. The file name does not tell older
 * versions that the file is not for them.
 */
#include "fx_multi.h"

static PyObject *
answer(PyObject *self, PyObject *unused)
{
	return PyLong_FromLong(42);
}

static PyObject *
newer(PyObject *module, PyObject *arg)
{
	if (PyModule_AddObjectRef(module, "added", arg) < 0)
		return NULL;
	return PyLong_FromLong(1);
}

__attribute__((constructor)) static void
opened(void)
{
	fx_event("opened");
}

FX_MULTI_INIT(FX_METHODS({"answer", answer, METH_NOARGS, NULL}, {"newer", newer, METH_O, NULL}))
