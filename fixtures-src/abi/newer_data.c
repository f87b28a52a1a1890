/* fixture: headers=3.11 defines=Py_LIMITED_API=0x030a0000 out=newer_data.abi3.so
 *	check=globdat:PyExc_EncodingWarning
 */
/* For the stable ABI of 3.10, with a variable that 3.10 added. */
#include "fx_multi.h"

static PyObject *
newer(PyObject *module, PyObject *unused)
{
	Py_INCREF(PyExc_EncodingWarning);
	return PyExc_EncodingWarning;
}

FX_MULTI_INIT(FX_METHODS({"newer", newer, METH_NOARGS, NULL}))
