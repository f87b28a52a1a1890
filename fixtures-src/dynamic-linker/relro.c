/* fixture: ldflags=-Wl,-z,relro */
/* A constant table of addresses, which is written during relocation only. */
#include "fx_module.h"

extern const char *const table[3];
const char *const table[3] = {"read", "only", "here"};

static PyObject *
second(PyObject *self, PyObject *args)
{
	const char *const volatile *entry = &table[1];

	return PyUnicode_FromString(*entry);
}

static PyObject *
overwrite(PyObject *self, PyObject *args)
{
	const char **volatile entry = (const char **)&table[1];

	*entry = "writable";
	return PyUnicode_FromString(table[1]);
}

static PyMethodDef methods[] = {
	{"second", second, METH_NOARGS, NULL},
	{"overwrite", overwrite, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL},
};

FX_MODULE(relro, methods)
