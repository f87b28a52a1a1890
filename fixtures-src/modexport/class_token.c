/* a class that finds its module by the token, also from a class derived from it in Python */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static PySlot slots[];
static int foreign;

static PyObject *
module_of(PyObject *self, PyObject *unused)
{
	(void)unused;
	return PyType_GetModuleByToken(Py_TYPE(self), slots);
}

/* the older function, which takes a token in the place of a definition */
static PyObject *
module_by_def(PyObject *self, PyObject *unused)
{
	(void)unused;
	return Py_XNewRef(PyType_GetModuleByDef(Py_TYPE(self), (PyModuleDef *)(void *)slots));
}

static PyObject *
module_of_foreign(PyObject *self, PyObject *unused)
{
	(void)unused;
	return PyType_GetModuleByToken(Py_TYPE(self), &foreign);
}

static PyMethodDef class_methods[] = {
	{"module_of", module_of, METH_NOARGS, NULL},
	{"module_by_def", module_by_def, METH_NOARGS, NULL},
	{"module_of_foreign", module_of_foreign, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL},
};

static PyType_Slot class_slots[] = {{Py_tp_methods, class_methods}, {0, NULL}};
static PyType_Spec class_spec = {
	"class_token.Class", 0, 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, class_slots,
};

static int
run(PyObject *module)
{
	PyObject *class = PyType_FromModuleAndSpec(module, &class_spec, NULL);
	PyObject *derived = class ? PyObject_CallFunction((PyObject *)&PyType_Type, "s(O){}",
							  "Derived", class) : NULL;
	PyObject *object = derived ? PyObject_CallNoArgs(derived) : NULL;
	int failed = !object || PyObject_SetAttrString(module, "object", object) < 0;

	Py_XDECREF(class);
	Py_XDECREF(derived);
	Py_XDECREF(object);
	return -failed;
}

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	return slots;
}
#endif
