/* single.h: a single-phase module that asks for nothing but what every version has. */
#ifndef SINGLE_H
#define SINGLE_H

#include "fx.h"

static PyObject *
add(PyObject *self, PyObject *args)
{
	long a, b;

	if (!PyArg_ParseTuple(args, "ll", &a, &b))
		return NULL;
	return PyLong_FromLong(a + b);
}

static PyMethodDef methods[] = {
	{"add", add, METH_VARARGS, NULL},
	{NULL, NULL, 0, NULL},
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_size = -1, .m_methods = methods,
};

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModule_Create(&def);
}

#endif
