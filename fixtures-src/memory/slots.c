/* made from slots, with what allocates memory: functions, a doc, state, an exec slot */
#include "../modexport/fx_modexport.h"

#if FX_HAS_MODEXPORT
static PyObject *
function(PyObject *module, PyObject *unused)
{
	(void)unused;
	Py_INCREF(module);
	return module;
}

static PyMethodDef functions[] = {{"function", function, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};

static int
run(PyObject *module)
{
	return PyModule_AddIntConstant(module, "answer", 1000000);
}

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_STATIC_DATA(Py_mod_doc, "some text"),
	PySlot_STATIC_DATA(Py_mod_methods, functions),
	PySlot_SIZE(Py_mod_state_size, 16),
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	return slots;
}
#endif
