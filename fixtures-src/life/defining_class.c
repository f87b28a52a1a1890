/* fixture: names=defining_class,defining_class_other */
/* a method gets the class that defines it, and by it the state of its module */
#include "fx_multi.h"

#if PY_VERSION_HEX >= 0x03090000
static PyObject *
count(PyObject *self, PyTypeObject *defining, PyObject *const *args, Py_ssize_t n, PyObject *names)
{
	long *state = PyType_GetModuleState(defining);

	(void)self;
	(void)args;
	(void)n;
	(void)names;
	return state ? PyLong_FromLong(++*state) : NULL;
}

static PyMethodDef methods[] = {
	{"count", (PyCFunction)(void (*)(void))count, METH_METHOD | METH_FASTCALL | METH_KEYWORDS,
	 NULL},
	{NULL, NULL, 0, NULL},
};

static PyType_Slot slots[] = {{Py_tp_methods, methods}, {0, NULL}};
static PyType_Spec spec = {
	FX_STR(FX_NAME) ".Class", 0, 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots,
};

static int
run(PyObject *module)
{
	PyObject *class = PyType_FromModuleAndSpec(module, &spec, NULL);
	PyObject *derived = class ? PyObject_CallFunction((PyObject *)&PyType_Type, "s(O){}",
							  "Derived", class) : NULL;
	PyObject *object = derived ? PyObject_CallObject(derived, NULL) : NULL;
	int failed = !object || PyObject_SetAttrString(module, "object", object) < 0;

	Py_XDECREF(class);
	Py_XDECREF(derived);
	Py_XDECREF(object);
	return -failed;
}

FX_MULTI(.m_size = sizeof(long), FX_SLOTS({Py_mod_exec, run}))
#else
FX_MULTI(.m_size = 0)
#endif
