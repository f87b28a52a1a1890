/* fixture: names=function_class,function_static,function_mixed */
/* a function with flags that a module's function must not have */
#include "fx.h"

static PyObject *
function(PyObject *self, PyObject *unused)
{
	Py_INCREF(self);
	return self;
}

static PyMethodDef methods[] = {
	{"function", function, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

FX_DEF(.m_methods = methods);

FX_HOOK(FX_NAME)
{
	const char *name = FX_STR(FX_NAME);

	methods[0].ml_flags |= strcmp(name, "function_class") == 0 ? METH_CLASS
		: strcmp(name, "function_static") == 0 ? METH_STATIC : METH_O;
	return PyModuleDef_Init(&def);
}
