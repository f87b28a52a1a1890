/* fixture: headers=3.11 out=removed_function.so check=undef:PyUnicode_AsUnicode
 *	cflags=-Wno-deprecated-declarations
 */
/* For 3.11, with a function that 3.12 removed. */
#include "fx_multi.h"

static PyObject *
older(PyObject *module, PyObject *arg)
{
	return PyBool_FromLong(PyUnicode_AsUnicode(arg) != NULL);
}

FX_MULTI_INIT(FX_METHODS({"older", older, METH_O, NULL}))
