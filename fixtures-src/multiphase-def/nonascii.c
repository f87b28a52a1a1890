/* hooks of non-ASCII names, which are spelled in punycode: 9ca is \u00e9, 8ca is \u00e8 */
#include "fx_multi.h"

PyMODINIT_FUNC PyInitU_9ca(void);
PyMODINIT_FUNC PyInitU_8ca(void);

FX_DEF(FX_SLOTS({Py_mod_exec, fx_exec_answer}));

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
