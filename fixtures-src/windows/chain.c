/* fixture: format=pe needs=mid.dll check=needed:mid.dll check=notneeded:dep.dll */
/* Depends on a library that depends on another one. */
#include "fx_module.h"

__declspec(dllimport) int mid_value(void);

static PyObject *
value(PyObject *self, PyObject *unused)
{
	(void)self, (void)unused;
	return PyLong_FromLong(mid_value());
}

static PyMethodDef methods[] = {{"value", value, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};

FX_MODULE(chain, methods)
