/* fixture: names=owner,owner_fails */
/* has state, and says when it is freed; the second one fails after its state is set */
#include "fx_multi.h"

#include <string.h>

static int calls;

static void
release(void *module)
{
	long *number = PyModule_GetState(module);

	fx_event("free %ld", number ? *number : 0);
}

static int
run(PyObject *module)
{
	long *number = PyModule_GetState(module);

	*number = ++calls;
	return 0;
}

static int
finish(PyObject *module)
{
	(void)module;
	fx_event("exec %d", calls);
	if (strcmp(FX_STR(FX_NAME), "owner_fails") != 0)
		return 0;
	PyErr_SetString(PyExc_ValueError, "on purpose");
	return -1;
}

static PyObject *
number(PyObject *module, PyObject *unused)
{
	(void)unused;
	return PyLong_FromLong(*(long *)PyModule_GetState(module));
}

/* the module refers to itself, so that only the collector can free it */
static PyObject *
hold(PyObject *module, PyObject *unused)
{
	PyObject *list = Py_BuildValue("[O]", module);
	int failed = !list || PyObject_SetAttrString(module, "held", list);

	(void)unused;
	Py_XDECREF(list);
	if (failed)
		return NULL;
	Py_RETURN_NONE;
}

FX_MULTI(.m_size = sizeof(long),
	 FX_METHODS({"number", number, METH_NOARGS, NULL}, {"hold", hold, METH_NOARGS, NULL}),
	 FX_SLOTS({Py_mod_exec, run}, {Py_mod_exec, finish}),
	 .m_free = release)
