/*
 * functions in a package: one of the module, one whose __module__ the init function changed, and
 * one that belongs to no module but has the module's short name
 */
#include "fx.h"

static PyObject *
nothing(PyObject *module, PyObject *unused)
{
	Py_RETURN_NONE;
}

static PyMethodDef borrowed = {"borrowed", nothing, METH_NOARGS, NULL};

FX_DEF(.m_size = 0,
       FX_METHODS({"own", nothing, METH_NOARGS, NULL}, {"marked", nothing, METH_NOARGS, NULL}));

/* set __module__ of the module's function to text; 0, or -1 with an exception */
static int
mark(PyObject *module, const char *function, const char *text)
{
	PyObject *f = PyObject_GetAttrString(module, function);
	PyObject *name = PyUnicode_FromString(text);
	int rc = f && name ? PyObject_SetAttrString(f, "__module__", name) : -1;

	Py_XDECREF(f);
	Py_XDECREF(name);
	return rc;
}

FX_HOOK(FX_NAME)
{
	PyObject *module = PyModule_Create(&def);

	fx_event("init");
	if (module
	    && (mark(module, "marked", "elsewhere") < 0
		|| PyModule_AddObject(module, "borrowed", PyCFunction_New(&borrowed, NULL)) < 0
		|| mark(module, "borrowed", FX_STR(FX_NAME)) < 0)) {
		Py_CLEAR(module);
	}
	return module;
}
