/*
 * hooks of non-ASCII names, which are spelled in punycode: 9ca is \u00e9, 8ca is \u00e8, bda is
 * \u00ea
 */
#include "fx.h"

PyMODINIT_FUNC PyInitU_9ca(void);
PyMODINIT_FUNC PyInitU_8ca(void);
PyMODINIT_FUNC PyInitU_bda(void);

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = "nonascii_module", .m_size = -1
};

PyMODINIT_FUNC
PyInitU_9ca(void)
{
	fx_event("init that returns a module");
	return PyModule_Create(&def);
}

PyMODINIT_FUNC
PyInitU_8ca(void)
{
	fx_event("init that returns NULL");
	return NULL;
}

PyMODINIT_FUNC
PyInitU_bda(void)
{
	fx_event("init that raises");
	PyErr_SetString(PyExc_ValueError, "from init");
	return NULL;
}
