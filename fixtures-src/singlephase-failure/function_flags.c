/* fixture: names=function_class,function_static */
/* single-phase, with a function whose flags a module's function must not have */
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

FX_DEF(.m_size = -1, .m_methods = methods);

FX_HOOK(FX_NAME)
{
	const char *kind = strchr(FX_STR(FX_NAME), '_') + 1;

	methods[0].ml_flags |= strcmp(kind, "class") == 0 ? METH_CLASS : METH_STATIC;
	fx_event("init");
	return PyModule_Create(&def);
}
