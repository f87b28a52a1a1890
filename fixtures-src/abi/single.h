/* single.h: a single-phase module that uses only what every version has. */
#ifndef SINGLE_H
#define SINGLE_H

#include "fx_single.h"

static PyObject *
add(PyObject *self, PyObject *args)
{
	long a, b;

	if (!PyArg_ParseTuple(args, "ll", &a, &b))
		return NULL;
	return PyLong_FromLong(a + b);
}

FX_SINGLE_INIT(.m_size = -1, FX_METHODS({"add", add, METH_VARARGS, NULL}))

#endif
