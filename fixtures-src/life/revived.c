/* its create slot makes an object of a class in Python, whose __del__ saves it */
#include "fx_multi.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	PyObject *classes = PyImport_ImportModule("classes"), *module = NULL;

	(void)spec, (void)def;
	if (classes)
		module = PyObject_CallMethod(classes, "Saved", "s", "revived");
	Py_XDECREF(classes);
	return module;
}

static void
release(void *module)
{
	(void)module;
	fx_event("free");
}

FX_MULTI(FX_SLOTS({Py_mod_create, create}, {Py_mod_exec, fx_exec_answer}), .m_free = release)
