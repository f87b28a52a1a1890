/* fixture: ldflags=-Wl,-z,lazy check=lazy check=undef:prov_function
 * check=jumpslot:prov_function */
/* Binds the missing function lazily: the file loads without it, and value() needs it. */
#include "fx_module.h"

int prov_function(void);

static PyObject *
value(PyObject *self, PyObject *args)
{
	fx_event("value");
	return PyLong_FromLong(prov_function());
}

static PyMethodDef methods[] = {
	{"value", value, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL},
};

FX_MODULE(lazy_user, methods)
