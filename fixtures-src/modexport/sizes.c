/* tells the size of the state of a module, and executes a module again */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static PyObject *
size_of(PyObject *self, PyObject *module)
{
	Py_ssize_t size;

	(void)self;
	return PyModule_GetStateSize(module, &size) < 0 ? NULL : PyLong_FromSsize_t(size);
}

static PyObject *
size_of_named(PyObject *self, PyObject *name)
{
	PyObject *module = PyImport_Import(name);
	PyObject *size = module ? size_of(self, module) : NULL;

	Py_XDECREF(module);
	return size;
}

static PyObject *
execute_named(PyObject *self, PyObject *name)
{
	PyObject *module = PyImport_Import(name);
	int failed = !module || PyModule_Exec(module) < 0;

	(void)self;
	Py_XDECREF(module);
	if (failed)
		return NULL;
	Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
	{"size_of_named", size_of_named, METH_O, NULL},
	{"execute_named", execute_named, METH_O, NULL},
	{NULL, NULL, 0, NULL},
};

FX_MODEXPORT(FX_NAME)
{
	static PySlot slots[] = {
		PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
		PySlot_STATIC_DATA(Py_mod_methods, methods),
		PySlot_SIZE(Py_mod_state_size, 24),
		PySlot_END,
	};

	return slots;
}
#endif
