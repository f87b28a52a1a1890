/* fixture: ldflags=-Wl,-z,lazy check=lazy check=undef:prov_function
 * check=jumpslot:prov_function */
/* Loads without the function that it calls only when its own function is called. */
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
