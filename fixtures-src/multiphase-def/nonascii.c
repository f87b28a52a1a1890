/* hooks for names outside ASCII, which are spelled in punycode: 9ca is \u00e9, 8ca is \u00e8 */
#include "fx.h"

PyMODINIT_FUNC PyInitU_9ca(void);
PyMODINIT_FUNC PyInitU_8ca(void);

static int
run(PyObject *module)
{
	fx_event("exec");
	return PyModule_AddIntConstant(module, "answer", 42);
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = "nonascii", .m_slots = slots
};

PyMODINIT_FUNC
PyInitU_9ca(void)
{
	fx_event("init");
	return PyModuleDef_Init(&def);
}

PyMODINIT_FUNC
PyInitU_8ca(void)
{
	fx_event("init");
	PyErr_SetString(PyExc_ValueError, "left behind");
	return PyModuleDef_Init(&def);
}
