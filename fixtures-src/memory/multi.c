/* multi-phase, with all that takes memory: functions, a doc, state, a slot; also as \u00e9 */
#include "fx.h"

PyMODINIT_FUNC PyInitU_9ca(void);

static PyObject *
function(PyObject *module, PyObject *unused)
{
	(void)unused;
	Py_INCREF(module);
	return module;
}

static int
run(PyObject *module)
{
	return PyModule_AddIntConstant(module, "answer", 1000000);
}

static PyMethodDef functions[] = {
	{"function", function, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_doc = "some text",
	.m_size = 16,
	.m_methods = functions,
	.m_slots = slots
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}

PyMODINIT_FUNC
PyInitU_9ca(void)
{
	return PyModuleDef_Init(&def);
}
