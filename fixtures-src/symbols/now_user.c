/* fixture: ldflags=-Wl,-z,now check=bindnow check=undef:prov_function */
/* Like lazy_user, but linked to be bound at load. */
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

FX_MODULE(now_user, methods)
