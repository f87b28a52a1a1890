/* fixture: format=pe names=user,user_too needs=dep.dll check=needed:dep.dll
 * check=undef:dep_value */
/* Depends on dep.dll, and says which one it got. */
#include "fx_module.h"

__declspec(dllimport) int dep_value(void);

static PyObject *
value(PyObject *self, PyObject *unused)
{
	(void)self, (void)unused;
	return PyLong_FromLong(dep_value());
}

static PyMethodDef methods[] = {{"value", value, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};

FX_MODULE(FX_NAME, methods)
